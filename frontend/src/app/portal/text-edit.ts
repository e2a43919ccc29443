import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';

export const EDITABLE = ['title', 'description', 'location'] as const;
export type Editable = (typeof EDITABLE)[number];
export type Texts = Readonly<Record<Editable, string>>;

/** An edit in the making: the texts as they were when it began, and as somebody wants them. */
export type TextEdit = {
  readonly base: Texts;
  readonly mine: Texts;
  readonly version: number;
};

/** A text that two people changed at the same time. */
export type Conflict = {
  readonly field: Editable;
  readonly mine: string;
  readonly theirs: string;
};

/** An edit as a draft keeps it. */
export const NO_EDIT = { title: '', description: '', location: '', base: '' };

export function editKey(ticketId: bigint): string {
  return `portal.edit.${ticketId}`;
}

/** Where it begins, for the draft. */
export function baseOf({ base, version }: TextEdit): string {
  return JSON.stringify({ base, version });
}

/** The edit that a draft keeps, if there is one. */
export function readKept({ base, ...mine }: typeof NO_EDIT): TextEdit | undefined {
  return base ? { ...(JSON.parse(base) as Pick<TextEdit, 'base' | 'version'>), mine } : undefined;
}

/** The texts as an editor sees them; a title that only repeats the description is left empty. */
export function textsOf(ticket: Ticket): Texts {
  return {
    title: ticket.titleDerived ? '' : ticket.title,
    description: ticket.description,
    location: ticket.location,
  };
}

/** Only what somebody changed. */
export function changesOf({ base, mine }: TextEdit): Partial<Texts> {
  return Object.fromEntries(
    EDITABLE.filter((field) => mine[field] !== base[field]).map((field) => [field, mine[field]]),
  );
}

/** Puts an edit on top of the ticket as it is now: what I left alone follows it, what both changed is a conflict. */
export function rebase(edit: TextEdit, now: Ticket): { edit: TextEdit; conflicts: Conflict[] } {
  const theirs = textsOf(now);
  const touched = (field: Editable) => edit.mine[field] !== edit.base[field];
  const mine = Object.fromEntries(
    EDITABLE.map((field) => [field, touched(field) ? edit.mine[field] : theirs[field]]),
  ) as Texts;
  const conflicts = EDITABLE.filter(
    (field) => touched(field) && theirs[field] !== edit.base[field] && theirs[field] !== mine[field],
  ).map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
  return { edit: { base: theirs, mine, version: now.version }, conflicts };
}
