import type { Presence, Visitor } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { TicketNews } from './door';

/** Who is at which ticket now. */
export type Presences = ReadonlyMap<bigint, readonly Visitor[]>;

export const NOBODY: Presences = new Map();

/** A ticket with all who are there. */
export type Attended = Pick<Presence, 'ticketId' | 'visitors'>;

/** Who is where after a piece of news: the first of a stream tells everybody, later ones what changed. */
export function withPresences(before: Presences, { presences = [], opening }: TicketNews): Presences {
  if (!opening && presences.length === 0) {
    return before;
  }
  const now = new Map(opening ? [] : before);
  for (const { ticketId, visitors } of presences) {
    if (visitors.length > 0) {
      now.set(ticketId, visitors);
    } else {
      now.delete(ticketId);
    }
  }
  return now;
}

/** The same as the first news of a stream, for a tab that joins in the middle of it. */
export function asNews(presences: Presences): TicketNews {
  return {
    revision: 0n,
    opening: true,
    presences: Array.from(presences, ([ticketId, visitors]) => ({ ticketId, visitors: [...visitors] })),
  };
}
