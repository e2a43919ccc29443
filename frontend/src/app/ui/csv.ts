/** What a spreadsheet would take for a formula is kept as text by an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** How much text waits before it is handed to the browser, which keeps files out of the page's memory. */
const PART = 1_000_000;

/** A line of CSV (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file of CSV that grows line by line, however many there are. */
export class CsvFile {
  private readonly parts: Blob[] = [];
  /** The byte order mark tells spreadsheets that it is UTF-8. */
  private text = '\ufeff';

  add(cells: readonly string[]): void {
    this.text += csvLine(cells);
    if (this.text.length > PART) {
      this.flush();
    }
  }

  finish(): Blob {
    this.flush();
    return new Blob(this.parts, { type: 'text/csv' });
  }

  private flush(): void {
    this.parts.push(new Blob([this.text]));
    this.text = '';
  }
}
