import { isBlank, overLimit, SHORT_LIMIT } from '../ui/text-bounds';

/** What a list of rooms or devices comes to: each place once, and the lines that are too long for one. */
export type Places = {
  readonly places: readonly string[];
  /** Counted from 1, as an editor does. */
  readonly tooLong: readonly number[];
};

/** Reads a list of places, one a line, as it was typed or pasted. */
export function readPlaces(list: string): Places {
  const lines = list.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const isTooLong = (line: string) => overLimit(line, SHORT_LIMIT) > 0;
  return {
    places: [...new Set(lines.filter((line) => !isBlank(line) && !isTooLong(line)))],
    tooLong: lines.flatMap((line, index) => (isTooLong(line) ? [index + 1] : [])),
  };
}

/** Where a label leads: the report box with the place filled in. */
export function reportLink(base: string, place: string): string {
  const link = new URL('report', base);
  link.searchParams.set('location', place);
  return link.href;
}
