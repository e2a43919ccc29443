import type { TestDesk } from './desk.ts';

/** The first so many items of a stream; ends it then. */
export async function take<T>(stream: AsyncIterable<T>, count: number): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) if (items.push(item) === count) break;
  return items;
}

/** Waits until all who watch tickets can be told of a revision. */
export async function caughtUp({ helpdesk }: TestDesk, revision: bigint): Promise<void> {
  for await (const step of helpdesk.watchTickets({ afterRevision: revision - 1n }))
    if (step.ticket !== undefined) break;
}
