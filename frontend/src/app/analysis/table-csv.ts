import { CsvFile } from '../ui/csv';

/** A table as it is read, as CSV. */
export function tableCsv(table: HTMLTableElement): Blob {
  const file = new CsvFile();
  for (const row of table.rows) {
    file.add(Array.from(row.cells, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim()));
  }
  return file.finish();
}
