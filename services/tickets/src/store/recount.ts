import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import type { EntityManager } from 'typeorm';
import type { FeedHead } from './entities.ts';
import { Findings } from './findings.ts';
import { readHead } from './head.ts';
import { Tally, type Counted } from './tally.ts';

/** How many tickets are held in memory at a time. */
const pageSize = 10_000;

/** What the tickets, the log and the messages themselves say, at one revision. */
export type Recount = {
  revision: number;
  /** How many tickets there are. */
  readonly tickets: number;
  /** What the counters must say. */
  readonly tally: Tally;
  /** Where tickets and the head do not agree with the log and the messages. */
  readonly findings: Findings;
};

/** What a ticket keeps of its log and its messages. */
type Kept = {
  readonly id: number;
  readonly status: string;
  readonly openedAt: number | null;
  readonly modifiedAt: number | null;
  readonly activatedAt: number | null;
  readonly closedAt: number | null;
  readonly version: number;
  readonly revision: number;
  readonly messageCount: number;
  readonly lastMessageAt: number | null;
  readonly lastMessageSide: string | null;
};

type TicketRow = Kept & Counted;
type LogRow = Omit<Kept, 'status' | 'lastMessageAt' | 'lastMessageSide'>;
type MessagesRow = Pick<Kept, 'id' | 'messageCount' | 'lastMessageAt' | 'lastMessageSide'> & {
  readonly lastMessageId: number;
};
type Range = readonly [after: number, upTo: number];

/**
 * Counts all tickets anew and compares each with its log and its messages, page by page: memory does not grow with
 * their number. Not compared are texts, categories and search terms with the log, and remembered requests.
 * @param manager of a transaction that sees one consistent picture
 * @param calendar that of the campus
 * @param counted told now and then how many tickets are done
 */
export async function recount(
  manager: EntityManager,
  calendar: CampusCalendar,
  counted: (tickets: number) => void = () => undefined,
): Promise<Recount> {
  const head = await readHead(manager);
  const [tally, findings] = [new Tally(calendar), new Findings()];
  const seen = { tickets: 0, changes: 0, lastTicketId: 0, lastMessageId: 0, revision: 0 };
  for (let after = 0; ;) {
    const tickets = await readTickets(manager, after);
    const isLast = tickets.length < pageSize;
    // Beyond the last ticket there must be nothing.
    const range: Range = [after, isLast ? Number.MAX_SAFE_INTEGER : tickets.at(-1)!.id];
    const logs = await readLogs(manager, range);
    const messages = await readMessages(manager, range);
    for (const ticket of tickets) tally.add(ticket);
    comparePage(findings, tickets, logs, messages);
    seen.tickets += tickets.length;
    seen.lastTicketId = tickets.at(-1)?.id ?? seen.lastTicketId;
    for (const { version, messageCount, revision } of logs) {
      seen.changes += version + messageCount;
      seen.revision = Math.max(seen.revision, revision);
    }
    for (const { lastMessageId } of messages)
      seen.lastMessageId = Math.max(seen.lastMessageId, lastMessageId);
    counted(seen.tickets);
    if (isLast) break;
    after = range[1];
  }
  await compareHead(manager, findings, head, seen);
  return { revision: head.revision, tickets: seen.tickets, tally, findings };
}

function comparePage(
  findings: Findings,
  tickets: readonly Kept[],
  logs: readonly LogRow[],
  messages: readonly MessagesRow[],
): void {
  const ticketOf = byId(tickets);
  const logOf = byId(logs);
  const messagesOf = byId(messages);
  for (const id of new Set([...ticketOf.keys(), ...logOf.keys(), ...messagesOf.keys()])) {
    const [stored, log, own] = [ticketOf.get(id), logOf.get(id), messagesOf.get(id)];
    const compare = (what: string, a: Kept[keyof Kept] | undefined, b: Kept[keyof Kept] | undefined) =>
      findings.compare(`ticket ${id}, ${what}`, a, b);
    if (stored === undefined || log === undefined) {
      compare('its number', stored?.id, stored === undefined ? id : log?.id);
      continue;
    }
    compare('status', stored.status, statusIn(log));
    for (const field of ['openedAt', 'modifiedAt', 'activatedAt', 'closedAt', 'version', 'revision'] as const)
      compare(columns[field], stored[field], log[field]);
    compare('messages in the log', log.messageCount, own?.messageCount ?? 0);
    compare(columns.messageCount, stored.messageCount, own?.messageCount ?? 0);
    for (const field of ['lastMessageAt', 'lastMessageSide'] as const)
      compare(columns[field], stored[field], own?.[field] ?? null);
  }
}

async function compareHead(
  manager: EntityManager,
  findings: Findings,
  head: FeedHead,
  seen: { readonly changes: number } & Pick<FeedHead, 'revision' | 'lastTicketId' | 'lastMessageId'>,
): Promise<void> {
  const [last] = await ask<{ at: number }>(
    manager,
    'SELECT at FROM event ORDER BY revision DESC LIMIT 1',
    [],
  );
  findings.compare('feed_head.revision', head.revision, seen.revision);
  findings.compare('number of changes in the log', head.revision, seen.changes);
  findings.compare('feed_head.last_ticket_id', head.lastTicketId, seen.lastTicketId);
  findings.compare('feed_head.last_message_id', head.lastMessageId, seen.lastMessageId);
  findings.compare('feed_head.last_at', head.lastAt, last?.at ?? 0);
}

function statusIn({ activatedAt, closedAt }: LogRow): string {
  if (closedAt !== null) return 'closed';
  return activatedAt === null ? 'open' : 'active';
}

const columns = {
  openedAt: 'opened_at',
  modifiedAt: 'modified_at',
  activatedAt: 'activated_at',
  closedAt: 'closed_at',
  version: 'version',
  revision: 'revision',
  messageCount: 'message_count',
  lastMessageAt: 'last_message_at',
  lastMessageSide: 'last_message_side',
} as const;

function readTickets(manager: EntityManager, after: number): Promise<readonly TicketRow[]> {
  const kept = Object.entries(columns).map(([field, column]) => `${column} AS ${field}`);
  return ask(
    manager,
    `SELECT id, status, category, category_source AS categorySource, category_confidence AS categoryConfidence,
       opening_month AS openingMonth, ${kept.join(', ')}
     FROM ticket WHERE id > ? ORDER BY id LIMIT ${pageSize}`,
    [after],
  );
}

function readLogs(manager: EntityManager, range: Range): Promise<readonly LogRow[]> {
  return ask(
    manager,
    `SELECT ticket_id AS id, MAX(revision) AS revision,
       MIN(CASE WHEN type = 'opened' THEN at END) AS openedAt,
       MIN(CASE WHEN type = 'activated' THEN at END) AS activatedAt,
       MIN(CASE WHEN type = 'closed' THEN at END) AS closedAt,
       MAX(CASE WHEN type <> 'message-posted' THEN at END) AS modifiedAt,
       SUM(CASE WHEN type <> 'message-posted' THEN 1 ELSE 0 END) AS version,
       SUM(CASE WHEN type = 'message-posted' THEN 1 ELSE 0 END) AS messageCount
     FROM event WHERE ticket_id > ? AND ticket_id <= ? GROUP BY ticket_id`,
    range,
  );
}

function readMessages(manager: EntityManager, range: Range): Promise<readonly MessagesRow[]> {
  return ask(
    manager,
    `SELECT own.id AS id, own.number AS messageCount, own.last AS lastMessageId,
       message.sent_at AS lastMessageAt, message.side AS lastMessageSide
     FROM (SELECT ticket_id AS id, COUNT(*) AS number, MAX(id) AS last
       FROM message WHERE ticket_id > ? AND ticket_id <= ? GROUP BY ticket_id) own
     JOIN message ON message.id = own.last`,
    range,
  );
}

/** Asks in SQL: to make objects of as many rows takes TypeORM ten times as long. */
async function ask<Row extends object>(
  manager: EntityManager,
  sql: string,
  values: readonly number[],
): Promise<readonly Row[]> {
  const rows: Record<string, unknown>[] = await manager.query(sql, [...values]);
  for (const row of rows) for (const name in row) row[name] = plain(row[name]);
  return rows as Row[];
}

/** Drivers hand 64-bit integers and sums over as strings. */
function plain(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
