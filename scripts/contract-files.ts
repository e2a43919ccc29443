import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { apiReference } from './api-reference.ts';
import { readContract } from './contract-descriptors.ts';
import { contractListing } from './contract-listing.ts';
import { root } from './setup.js';

/** Where the reference begins in docs/api.md; what stands before it is written by hand. */
const mark =
  '<!-- From here on `npm run contract` writes what the comments of the proto files say: change those. -->';

/** The contract's listing, for review. */
export const listingFile = join(root, 'proto/golden.txt');

/** The contract of the last release, as an image of buf's; moved only when a release is cut. */
export const releasedFile = join(root, 'proto/released.binpb');

/** The documentation for programmers. */
export const docsFile = join(root, 'docs/api.md');

/** The files that are made from the proto files, as they have to be, by their paths. */
export async function contractFiles(): Promise<ReadonlyMap<string, string>> {
  const contract = await readContract();
  const [byHand] = readFileSync(docsFile, 'utf8').split(mark);
  const docs = `${byHand!.trimEnd()}\n\n${mark}\n\n${apiReference(contract)}`;
  const options = await resolveConfig(docsFile);
  return new Map([
    [listingFile, contractListing(contract)],
    [docsFile, await format(docs, { ...options, parser: 'markdown' })],
  ]);
}
