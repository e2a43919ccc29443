import { createHash } from 'node:crypto';
import { z } from 'zod';

const shape = z.tuple([z.string(), z.number().int().nonnegative(), z.array(z.number().int()).min(1).max(2)]);

/** Where a list goes on. */
export type Cursor = {
  /** The revision of the first page. */
  readonly revision: number;
  /** The keys of the last row answered. */
  readonly after: readonly number[];
};

/** A page token that this list did not hand out. */
export class PageTokenError extends Error {
  override readonly name = 'PageTokenError';
}

/** Names a list by all that decides which rows it has and in which order. */
export function listName(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

/** Writes a cursor down for the caller to bring back. */
export function encodeToken(list: string, { revision, after }: Cursor): string {
  return Buffer.from(JSON.stringify([list, revision, after])).toString('base64url');
}

/**
 * Reads a cursor back; undefined for the empty token of a first page.
 * @param keys how many keys the list is ordered by
 * @throws PageTokenError for a token of another list, or no token at all
 */
export function decodeToken(list: string, token: string, keys: number): Cursor | undefined {
  if (token === '') return undefined;
  try {
    const [name, revision, after] = shape.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
    if (name === list && after.length === keys) return { revision, after };
  } catch {
    // Whatever is wrong with it, it is not one of ours.
  }
  throw new PageTokenError('must be the next_page_token of the same list with the same filters and order');
}
