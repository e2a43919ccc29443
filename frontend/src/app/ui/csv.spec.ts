import { describe, expect, it } from '@jest/globals';
import { CsvFile, csvLine } from './csv';

describe('csvLine', () => {
  it('quotes what would end a cell or a line', () => {
    expect(csvLine(['a', 'b,c', 'say "x"', 'two\nlines', ''])).toBe('a,"b,c","say ""x""","two\nlines",\r\n');
  });

  it.each(['=1+1', '+1', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '=HYPERLINK("http://x","y")'])(
    'leaves nothing that a spreadsheet would calculate: %j',
    (text) => {
      expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('keeps what only looks a little like it', () => {
    expect(csvLine(['a=1', '5-3', 'x@y.edu'])).toBe('a=1,5-3,x@y.edu\r\n');
  });
});

describe('CsvFile', () => {
  it('begins with the mark of UTF-8, and holds every line also where it is kept in parts', () => {
    const file = new CsvFile();
    const long = 'ü'.repeat(400_000);
    const lines = Array.from({ length: 6 }, (_, index) => [String(index), long]);
    lines.forEach((line) => file.add(line));
    const bytes = lines.reduce((sum, line) => sum + new Blob([csvLine(line)]).size, 3);
    expect(file.finish().size).toBe(bytes);
  });
});
