import { expect, it } from '@jest/globals';
import { tableCsv } from './table-csv';

it('writes a table as it is read, and nothing that a spreadsheet would calculate', async () => {
  const table = document.createElement('table');
  table.innerHTML = `<thead><tr><th>Age</th><th>All, "now"</th></tr></thead>
    <tbody><tr><th>=1+1</th><td> <a href="/x">1,204</a> </td></tr><tr><th>-5</th><td>0</td></tr></tbody>`;
  const reader = new FileReader();
  reader.readAsText(tableCsv(table));
  await new Promise((resolve) => reader.addEventListener('load', resolve));
  expect(reader.result).toBe(`Age,"All, ""now"""\r\n'=1+1,"1,204"\r\n'-5,0\r\n`);
});
