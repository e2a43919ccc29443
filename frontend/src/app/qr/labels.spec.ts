import { describe, expect, it } from '@jest/globals';
import { readPlaces, reportLink } from './labels';

describe('readPlaces', () => {
  it('takes one place a line, each once, as people paste them', () => {
    expect(readPlaces(' Room 2.14\r\n\n\u200b\nPrinter\t3,  library \nRoom 2.14\n')).toEqual({
      places: ['Room 2.14', 'Printer 3, library'],
      tooLong: [],
    });
  });

  it('names the lines that no location can hold', () => {
    expect(readPlaces(`Hall\n${'x'.repeat(201)}\n${'🔥'.repeat(200)}`)).toEqual({
      places: ['Hall', '🔥'.repeat(200)],
      tooLong: [2],
    });
  });
});

describe('reportLink', () => {
  it('leads to the report box of this desk, whatever the place is called', () => {
    expect(reportLink('https://desk.example/', 'Room 2.14')).toBe(
      'https://desk.example/report?location=Room+2.14',
    );
    const link = new URL(reportLink('https://campus.example/desk/', 'Café & Küche +1 #3?'));
    expect(link.pathname).toBe('/desk/report');
    expect([...link.searchParams]).toEqual([['location', 'Café & Küche +1 #3?']]);
    expect(link.hash).toBe('');
  });
});
