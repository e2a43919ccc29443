/** A number from 0 up to below 1, the same row of them for the same seed. */
export type Random = () => number;

/**
 * Random numbers that can be had again: mulberry32, by Tommy Ettinger, which he put in the public domain.
 * @param seed a whole number; the lowest 32 bits count
 */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of some things; there must be one. */
export function oneOf<T>(random: Random, things: readonly T[]): T {
  return things[Math.floor(random() * things.length)]!;
}
