/** What a spreadsheet would take for a formula is kept as text by an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as it is read, as CSV (RFC 4180). */
export function tableCsv(table: HTMLTableElement): string {
  return Array.from(table.rows, (row) => Array.from(row.cells, csvCell).join(',')).join('\r\n') + '\r\n';
}

function csvCell({ textContent }: HTMLTableCellElement): string {
  const text = textContent.replace(/\s+/g, ' ').trim();
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
