import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import decodeQr from 'qr/decode.js';
import { QrCode } from './qr-code';

/** How many pixels a module is wide, as a camera would see it. */
const SCALE = 4;

function read(svg: SVGElement): string {
  const size = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
  const width = size * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of svg
    .querySelector('path')!
    .getAttribute('d')!
    .matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let pixel = 0; pixel < SCALE * SCALE; pixel++) {
      const column = Number(x) * SCALE + (pixel % SCALE);
      const row = Number(y) * SCALE + Math.floor(pixel / SCALE);
      data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return decodeQr({ width, height: width, data });
}

describe('QrCode', () => {
  it.each([
    'https://desk.example/report?location=Room+2.14',
    `https://desk.example/report?location=${encodeURIComponent('Hörsaal '.repeat(25))}`,
  ])('draws what a reader reads: %s', async (text) => {
    const fixture = TestBed.createComponent(QrCode);
    fixture.componentRef.setInput('text', text);
    fixture.componentRef.setInput('label', 'Room 2.14');
    await fixture.whenStable();
    const svg = (fixture.nativeElement as HTMLElement).querySelector('svg')!;
    expect(read(svg)).toBe(text);
    expect(svg.getAttribute('aria-label')).toBe('Room 2.14');
  });
});
