import type { PaletteEntry } from './palette-entries';

/** The entries in which every typed word begins some word, accents and case apart; nothing typed finds all. */
export function foundBy(typed: string, entries: readonly PaletteEntry[]): PaletteEntry[] {
  const wanted = wordsOf(typed);
  return entries.filter((entry) => {
    const words = wordsOf(`${entry.text} ${entry.kind}`);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
