import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  FeedService,
  type ClosedMonthSchema,
  type FeedChangeSchema,
  type SnapshotSchema,
} from '@campus-desk/contract/campus/tickets/v1/feed';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { implement } from '@campus-desk/kit/handlers';
import type { ClosedBucket } from '../store/entities.ts';
import { readSnapshot, type SnapshotPart } from '../store/feed-snapshot.ts';
import { readHead } from '../store/head.ts';
import type { LoggedChange } from '../store/log-read.ts';
import { Door, type Desk } from './door.ts';
import { protoCategory, protoStatus } from './enum-names.ts';

/** From how many changes on a step goes out, however many are still to be told. */
const mostAtOnce = 10_000;

/** The feed that read models are built from. */
export function feed(desk: Desk, calendar: CampusCalendar) {
  const door = new Door(desk, 'helpdesk');
  return implement(FeedService, {
    async *follow({ logId, afterRevision }, { signal }) {
      const head = await door.read(readHead);
      let revision = Number(afterRevision);
      if (logId !== head.logId || revision > head.revision) {
        // Read at once: a slow reader must not hold the database's picture.
        for (const part of await door.read((manager) => readSnapshot(manager, calendar))) {
          yield { step: { case: 'snapshot', value: snapshotPart(part, calendar) } };
          revision = part.revision;
        }
      }
      let missed: MessageInitShape<typeof FeedChangeSchema>[] = [];
      for await (const { revision: told, changes } of door.changes(revision, signal)) {
        missed.push(...changes.flatMap((change) => feedChange(change, calendar)));
        // Who comes back is told at once of all that was missed, and never takes for the present what is on the way there.
        if (told < head.revision && missed.length < mostAtOnce) continue;
        const at = BigInt(told);
        if (changes.length === 0) yield { step: { case: 'heartbeat', value: { revision: at } } };
        else yield { step: { case: 'changes', value: { revision: at, changes: missed } } };
        missed = [];
      }
    },
  });
}

function snapshotPart(
  part: SnapshotPart,
  { timeZone }: CampusCalendar,
): MessageInitShape<typeof SnapshotSchema> {
  const { unclosed, closed, flow, revision, logId, complete } = part;
  return {
    revision: BigInt(revision),
    logId,
    timeZone,
    unclosed: {
      ids: unclosed.map(({ id }) => BigInt(id)),
      openedAtMs: unclosed.map(({ openedAt }) => BigInt(openedAt)),
      statuses: unclosed.map(({ status }) => protoStatus[status]),
      categories: unclosed.map(({ category }) => protoCategory[category]),
    },
    closedMonths: closedMonths(closed),
    flowDays: [...flow],
    complete,
  };
}

function closedMonths(buckets: readonly ClosedBucket[]): MessageInitShape<typeof ClosedMonthSchema>[] {
  const groups = Map.groupBy(buckets, ({ month, category }) => `${month} ${category}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      month: first.month,
      category: protoCategory[first.category],
      closedCount: group.reduce((sum, { count }) => sum + count, 0),
      totalMs: BigInt(group.reduce((sum, { totalMs }) => sum + totalMs, 0)),
      buckets: group.map(({ bucket, count }) => ({ index: bucket, count })),
    };
  });
}

/** What read models need of a change; nothing where neither status nor category had a part in it. */
function feedChange(
  { revision, event, ticket }: LoggedChange,
  calendar: CampusCalendar,
): MessageInitShape<typeof FeedChangeSchema>[] {
  const status = protoStatus[ticket.status];
  const category = protoCategory[ticket.category];
  const change = {
    revision: BigInt(revision),
    ticketId: BigInt(ticket.id),
    openedAtMs: BigInt(ticket.openedAt),
    openingMonth: ticket.openingMonth,
    statusBefore: status,
    statusAfter: status,
    categoryBefore: category,
    categoryAfter: category,
    closedAtMs: BigInt(ticket.closedAt ?? 0),
    date: calendar.dayAt(event.at).name,
  };
  switch (event.type) {
    case 'opened':
      return [{ ...change, statusBefore: Status.UNSPECIFIED, categoryBefore: Category.UNSPECIFIED }];
    case 'activated':
      return [{ ...change, statusBefore: Status.OPEN }];
    case 'closed':
      return [{ ...change, statusBefore: Status.ACTIVE }];
    case 'category-assigned':
      return [{ ...change, categoryBefore: protoCategory[event.before] }];
    case 'edited':
      return event.category === undefined
        ? []
        : [{ ...change, categoryBefore: protoCategory[event.category.before] }];
    case 'message-posted':
      return [];
  }
}
