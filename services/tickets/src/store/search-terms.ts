/** The longest term kept, in code points; longer words are known by their beginning. */
const longestTerm = 48;

/** A word, perhaps with parts joined by marks as in `2.14`, `wi-fi`, `l'ascenseur`. */
const word = /[\p{L}\p{N}]+(?:[.\-_/'’@][\p{L}\p{N}]+)*/gu;
const marks = /[.\-_/'’@]/u;
const digit = /\p{N}/u;

/** Search text: tickets must have every exact term and one that begins with the prefix. */
export type Query = {
  readonly terms: readonly string[];
  readonly prefix: string | undefined;
  /** The number of a ticket that the text may mean, as in `1042` or `#1042`. */
  readonly ticketId: number | undefined;
};

/** The terms that a text is found by: its words without case and accents, the parts of joined words as well. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const found of fold(text).match(word) ?? []) {
    terms.add(keyOf(found));
    for (const part of found.split(marks)) terms.add(shorten(part));
  }
  return terms;
}

/** What a search text asks for; its last word is a prefix, since people search while they type. */
export function parseQuery(text: string): Query {
  const keys = (fold(text).match(word) ?? []).map(keyOf);
  const number = /^\s*#?(\d{1,15})\s*$/.exec(text)?.[1];
  return {
    terms: keys.slice(0, -1),
    prefix: keys.at(-1),
    ticketId: number === undefined ? undefined : Number(number),
  };
}

/** `wi-fi` and `wifi` are one term; `2.14` is not `214`. */
function keyOf(joined: string): string {
  return shorten(digit.test(joined) ? joined : joined.replace(new RegExp(marks, 'gu'), ''));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
}

function shorten(term: string): string {
  return term.length <= longestTerm ? term : [...term].slice(0, longestTerm).join('');
}
