/** Where a ticket stands. */
export type Status = 'open' | 'active' | 'closed';

/** Every status, in the order of life. */
export const statuses: readonly Status[] = ['open', 'active', 'closed'];

/** The life cycle: the one status that each status leads to. */
const next: Readonly<Record<Status, Status | undefined>> = {
  open: 'active',
  active: 'closed',
  closed: undefined,
};

/** Whether a ticket may move from one status to another. */
export function mayMove(from: Status, to: Status): boolean {
  return next[from] === to;
}
