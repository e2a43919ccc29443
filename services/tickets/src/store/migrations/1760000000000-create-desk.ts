import { randomUUID } from 'node:crypto';
import {
  Table,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
  type TableOptions,
} from 'typeorm';
import { categories } from '../../domain/category/category.ts';
import { statuses } from '../../domain/status.ts';

type Columns = Readonly<Record<string, Omit<TableColumnOptions, 'name'>>>;

const long = { type: 'bigint' };
const longOrNull = { type: 'bigint', isNullable: true };
const int = { type: 'integer' };
const word = { type: 'varchar', length: '20' };
const text = { type: 'text' };
const json = { type: 'json' };
const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const key = (column: Omit<TableColumnOptions, 'name'>) => ({ ...column, isPrimary: true });

/**
 * Creates the tables of the desk, its head and its counters at zero. MySQL commits each table by itself: what a
 * migration that was cut off has left is taken as it is.
 */
export class CreateDesk1760000000000 implements MigrationInterface {
  readonly name = 'CreateDesk1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table);
    await insertMissing(runner, 'feed_head', { id: 1 }, `1, '${randomUUID()}', 0, 0, 0, 0`);
    for (const status of statuses)
      for (const category of categories)
        await insertMissing(runner, 'status_count', { status, category }, `'${status}', '${category}', 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables) await runner.dropTable(name);
  }
}

const tables: readonly TableOptions[] = [
  table('feed_head', {
    id: key(int),
    log_id: varchar(36),
    revision: long,
    last_ticket_id: long,
    last_message_id: long,
    last_at: long,
  }),
  table(
    'ticket',
    {
      id: key(long),
      title: varchar(200),
      description: text,
      location: varchar(200),
      status: word,
      category: word,
      category_source: word,
      category_confidence: { type: 'double' },
      category_words: json,
      opened_at: long,
      opening_month: varchar(7),
      modified_at: long,
      activated_at: longOrNull,
      closed_at: longOrNull,
      version: int,
      description_version: int,
      title_version: int,
      location_version: int,
      category_version: int,
      status_version: int,
      message_count: int,
      last_message_at: longOrNull,
      last_message_side: { ...word, isNullable: true },
      revision: long,
    },
    {
      ticket_by_opening: ['opened_at', 'id'],
      ticket_by_status: ['status', 'opened_at', 'id'],
      ticket_by_change: ['revision'],
    },
  ),
  table(
    'message',
    { id: key(long), ticket_id: long, side: word, author_name: varchar(80), body: text, sent_at: long },
    { message_by_ticket: ['ticket_id', 'id'] },
  ),
  table(
    'event',
    { revision: key(long), ticket_id: long, side: word, at: long, type: word, version: int, payload: json },
    { event_by_ticket: ['ticket_id', 'revision'] },
  ),
  table(
    'request',
    { id: key(varchar(36)), hash: varchar(64), at: long, answer: json },
    { request_by_time: ['at'] },
  ),
  table('ticket_term', { term: key(varchar(48)), ticket_id: key(long), part: key(word) }),
  table('status_count', { status: key(word), category: key(word), count: int }),
  table('closed_bucket', {
    month: key(varchar(7)),
    category: key(word),
    bucket: key(int),
    count: int,
    total_ms: long,
  }),
];

function table(
  name: string,
  columns: Columns,
  indices: Readonly<Record<string, string[]>> = {},
): TableOptions {
  return {
    name,
    columns: Object.entries(columns).map(([column, options]) => ({ name: column, ...options })),
    indices: Object.entries(indices).map(([index, columnNames]) => ({ name: index, columnNames })),
  };
}

/** On MySQL text compares by code point, as in SQLite, whatever the server's defaults are. */
async function createTable(runner: QueryRunner, options: TableOptions): Promise<void> {
  await runner.createTable(new Table(options), true);
  if (runner.dataSource.options.type === 'mysql')
    await runner.query(`ALTER TABLE ${options.name} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
}

async function insertMissing(
  runner: QueryRunner,
  table: string,
  key: Readonly<Record<string, string | number>>,
  values: string,
): Promise<void> {
  const found = await runner.manager
    .createQueryBuilder()
    .select('1')
    .from(table, table)
    .where(key)
    .getRawMany();
  if (found.length === 0) await runner.query(`INSERT INTO ${table} VALUES (${values})`);
}
