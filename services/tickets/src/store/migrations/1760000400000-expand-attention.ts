import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const columns = [
  { name: 'awaiting_reply_count', type: 'integer', default: 0 },
  { name: 'unsure_category_count', type: 'integer', default: 0 },
  { name: 'attention_revision', type: 'bigint', default: 0 },
];

/** What a list of doubts asks of each ticket: a hundred thousand that do not pass are seen in the index alone. */
const told = ['category_confidence', 'category', 'status'];

const indices = [
  { name: 'ticket_by_waiting', columnNames: ['last_message_side', 'closed_at', 'opened_at', 'id'] },
  { name: 'ticket_by_waiting_change', columnNames: ['last_message_side', 'closed_at', 'revision'] },
  {
    name: 'ticket_by_doubt',
    columnNames: ['category_source', 'closed_at', 'opened_at', 'id', ...told],
  },
  {
    name: 'ticket_by_doubt_change',
    columnNames: ['category_source', 'closed_at', 'revision', ...told],
  },
  { name: 'ticket_by_place', columnNames: ['location', 'opened_at', 'id'] },
  { name: 'ticket_by_place_change', columnNames: ['location', 'revision'] },
];

/**
 * Finds the tickets that wait for the helpdesk, those of an unsure category and those of a place, and makes room for
 * how many of the first two there are: the first write, or reader, after it counts them. Servers make an index while
 * the desk goes on writing.
 */
export class ExpandAttention1760000400000 implements MigrationInterface {
  readonly name = 'ExpandAttention1760000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns)
      if (!(await runner.hasColumn('feed_head', column.name)))
        await runner.addColumn('feed_head', new TableColumn(column));
    const made = (await runner.getTable('ticket'))?.indices.map(({ name }) => name) ?? [];
    for (const index of indices)
      if (!made.includes(index.name)) await runner.createIndex('ticket', new TableIndex(index));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of indices) await runner.dropIndex('ticket', name);
    for (const { name } of columns) await runner.dropColumn('feed_head', name);
  }
}
