import type { Side } from './ticket.ts';

/** For how long it holds that somebody is at a ticket, in milliseconds, unless they say it again. */
export const presenceHolds = 30_000;

/** Somebody at a ticket. */
export type Visitor = {
  /** Names their open page, and nobody. */
  readonly clientId: string;
  /** The door they came through. */
  readonly side: Side;
  readonly activity: 'viewing' | 'writing';
};

/** All who are at a ticket. */
export type Presence = { readonly ticketId: number; readonly visitors: readonly Visitor[] };

/** What somebody says of where they are. */
export type PresenceReport = Omit<Visitor, 'activity'> & {
  readonly ticketId: number;
  readonly activity: Visitor['activity'] | 'left';
};
