// FNV-1a, mixed at the end as murmur3 does: 32 bits name a feature.

/** The state from which the features of one kind are hashed. */
export function seed(kind: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < kind.length; at++) state = add(state, kind.charCodeAt(at));
  return state;
}

/** The hash of a part of a text, `end` exclusive. */
export function hashText(kind: number, text: string, start = 0, end = text.length): number {
  let state = kind;
  for (let at = start; at < end; at++) state = add(state, text.charCodeAt(at));
  return mix(state);
}

/** The hash of one number or two, in this order. */
export function hashNumbers(kind: number, one: number, other = 0): number {
  const state = add(add(kind, one & 0xffff), one >>> 16);
  return mix(add(add(state, other & 0xffff), other >>> 16));
}

function add(state: number, unit: number): number {
  return Math.imul(state ^ unit, 0x01000193);
}

function mix(state: number): number {
  let hash = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
