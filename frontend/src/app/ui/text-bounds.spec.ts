import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { codePoints, isBlank, tooLong } from './text-bounds';
import { Words } from './words';

describe('text bounds', () => {
  it('counts people’s characters as the contract does, in code points', () => {
    expect(codePoints('a😀é')).toBe(3);
  });

  it.each(['', '   \n\t', '\u200b\u2060', '\ufeff', '\u2800', '\u3164'])('sees nothing in %j', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['a', ' . ', '漢', '😀'])('sees something in %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });

  it('says by how much a text is too long, and nothing at the bound itself', () => {
    const words = TestBed.inject(Words);
    expect(tooLong(words, 'x'.repeat(200), 200)).toBe('');
    expect(tooLong(words, 'x'.repeat(201), 200)).toBe('That is 1 character too long.');
    expect(tooLong(words, 'e\u0301'.repeat(200), 200)).toBe('');
  });
});
