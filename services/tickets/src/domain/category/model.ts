import { categories } from './category.ts';

/** How a score becomes a confidence: a logistic curve over what `confidence.ts` knows of a text. */
export type Calibration = readonly number[];

/**
 * What training has learned: for each feature how rare it is and what it says for each category.
 *
 * The file is a line of JSON (`Header`) and then, for all features in the order of their hashes, little endian: the
 * hashes (4 bytes each), the rarities (1 byte each), the weights (1 signed byte for each category) and the strangeness (1
 * signed byte each).
 */
export type Model = Header & {
  readonly hashes: Uint32Array;
  readonly rarities: Uint8Array;
  readonly weights: Int8Array;
  /** How much each speaks for a language that the desk does not know. */
  readonly strangeness: Int8Array;
};

export type Header = {
  /** Of the corpus, the concepts and the settings that it was trained with. */
  readonly version: string;
  readonly features: number;
  /** What one step of a rarity, of a weight and of strangeness are. */
  readonly rarityStep: number;
  readonly weightStep: number;
  readonly strangenessStep: number;
  readonly calibration: Calibration;
};

/** Reads a model file. @throws Error when it is none */
export function readModel(file: Uint8Array): Model {
  const end = file.indexOf(10);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(0, end))) as Header;
  const { features } = header;
  const body = new Uint8Array(file.subarray(end + 1));
  if (body.length !== features * (6 + categories.length)) throw new Error('The model file is incomplete.');
  return {
    ...header,
    hashes: new Uint32Array(body.buffer, 0, features),
    rarities: new Uint8Array(body.buffer, 4 * features, features),
    weights: new Int8Array(body.buffer, 5 * features, features * categories.length),
    strangeness: new Int8Array(body.buffer, (5 + categories.length) * features),
  };
}

/** Writes a model as `readModel` reads it. */
export function writeModel({ hashes, rarities, weights, strangeness, ...header }: Model): Uint8Array {
  const bytes = (array: Uint32Array | Int8Array) =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  return join([line, bytes(hashes), rarities, bytes(weights), bytes(strangeness)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
