/** The cards of the dashboard, as they stand for whoever has arranged nothing. */
export const CARDS = ['backlog', 'resolution', 'workload', 'flow'] as const;
export type Card = (typeof CARDS)[number];

/** The cards that are shown, the first one first; at least one. */
export type Arrangement = readonly Card[];

/** Reads an arrangement from an address or the device; undefined where it names no card. */
export function parseArrangement(list: string | undefined): Arrangement | undefined {
  const named = new Set((list ?? '').split(','));
  const cards = [...named].filter((name): name is Card => CARDS.some((card) => card === name));
  return cards.length > 0 ? cards : undefined;
}

export function formatArrangement(cards: Arrangement): string {
  return cards.join(',');
}

/** The same with a card shown last, or not at all; the last one stays. */
export function toggleCard(cards: Arrangement, card: Card): Arrangement {
  if (!cards.includes(card)) {
    return [...cards, card];
  }
  return cards.length > 1 ? cards.filter((shown) => shown !== card) : cards;
}

/** The same with a card one place nearer to the beginning (-1) or the end (1), where there is one. */
export function moveCard(cards: Arrangement, card: Card, by: -1 | 1): Arrangement {
  const from = cards.indexOf(card);
  const other = cards[from + by];
  return from < 0 || other === undefined
    ? cards
    : cards.map((shown) => (shown === card ? other : shown === other ? card : shown));
}
