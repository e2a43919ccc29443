/** How many months a month as `2026-10` lies after January of year 0. */
export function monthNumber(month: string): number {
  const [year = 0, ofYear = 1] = month.split('-').map(Number);
  return year * 12 + ofYear - 1;
}

/** Every month from one to another, both included, as `2026-10`. */
export function monthRange(from: string, to: string): readonly string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => monthName(first + index));
}

function monthName(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}
