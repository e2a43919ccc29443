import type { AgeGroup } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { toMilliseconds } from '../api/conversions';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** "1–4 h", "2–7 d": which ages a group holds, in the larger unit that keeps both ends whole. */
export function ageGroupWords({ from, until }: AgeGroup): string {
  const first = from ? toMilliseconds(from) : 0;
  const last = until ? toMilliseconds(until) : 0;
  const [unit, word] = unitFor(first, last);
  return first === 0
    ? `< ${round(last / unit)} ${word}`
    : `${round(first / unit)}–${round(last / unit)} ${word}`;
}

function unitFor(first: number, last: number): [number, string] {
  if (last >= 2 * DAY && first % DAY === 0) {
    return [DAY, 'd'];
  }
  return last < HOUR ? [60_000, 'min'] : [HOUR, 'h'];
}

function round(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString('en');
}
