import type { Failure } from '../api/failure';

/** The two doors, by the name that drafts and letters are kept under. */
export type DoorName = 'portal' | 'console';

export type Report = {
  readonly kind: 'report';
  readonly description: string;
  readonly location: string;
};

export type Reply = {
  readonly kind: 'message';
  readonly door: DoorName;
  readonly ticketId: string;
  readonly body: string;
  readonly authorName: string;
};

/** Under which request the desk knows a text, and since when it may have arrived. */
export type Stamp = {
  readonly requestId: string;
  /** When it was first sent, in ms since 1970; undefined as long as it cannot have arrived. */
  readonly triedAt?: number | undefined;
};

/** What somebody has sent and the desk has not confirmed yet. */
export type Letter = (Report | Reply) &
  Stamp & {
    readonly writtenAt: number;
    /** Why the desk would not take it. */
    readonly refusal?: Refusal | undefined;
  };

/** A failure as it is kept. */
export type Refusal = Omit<Failure, 'fields'> & { readonly fields: Readonly<Record<string, string>> };

/** For how long the desk knows a request again, less the time that a call may take, in ms. */
const REMEMBERED_MS = 24 * 60 * 60_000 - 60_000;

export function toRefusal({ fields, ...failure }: Failure): Refusal {
  return { ...failure, fields: Object.fromEntries(fields) };
}

export function toFailureAgain({ fields, ...failure }: Refusal): Failure {
  return { ...failure, fields: new Map(Object.entries(fields)) };
}

/** Whether it may have arrived so long ago that sent again it could arrive twice. */
export function isUnsure({ triedAt }: Letter, now: number): boolean {
  return triedAt !== undefined && now - triedAt > REMEMBERED_MS;
}

/** Whether it goes out by itself. */
export function isDue(letter: Letter, now: number): boolean {
  return !letter.refusal && !isUnsure(letter, now);
}

/** Letters to the same place arrive in the order in which they were written. */
export function placeOf(letter: Letter): string {
  return letter.kind === 'report' ? letter.requestId : draftKeyOf(letter);
}

/** The draft that a letter came from. */
export function draftKeyOf(letter: Report | Pick<Reply, 'kind' | 'door' | 'ticketId'>): string {
  return letter.kind === 'report' ? 'report' : `${letter.door}.message.${letter.ticketId}`;
}

export function textOf(letter: Letter): string {
  return letter.kind === 'report' ? letter.description : letter.body;
}

/** A letter as it was kept, or undefined when that is none. */
export function readLetter(kept: unknown): Letter | undefined {
  const { kind, requestId, writtenAt } = (kept ?? {}) as Partial<Letter>;
  const known = kind === 'report' || kind === 'message';
  return known && requestId && writtenAt ? (kept as Letter) : undefined;
}
