import { Table, TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

const table = new Table({
  name: 'day_flow',
  columns: [
    { name: 'date', type: 'varchar', length: '10', isPrimary: true },
    { name: 'opened_count', type: 'integer' },
    { name: 'closed_count', type: 'integer' },
  ],
});

/** Makes room for what comes and goes each day. The days of what has happened so far are filled in afterwards. */
export class ExpandDayFlow1760000200000 implements MigrationInterface {
  readonly name = 'ExpandDayFlow1760000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table, true);
    if (runner.dataSource.options.type === 'mysql')
      await runner.query('ALTER TABLE day_flow CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    if (await runner.hasColumn('feed_head', 'flow_revision')) return;
    await runner.addColumn(
      'feed_head',
      new TableColumn({ name: 'flow_revision', type: 'bigint', default: 0 }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('feed_head', 'flow_revision');
    await runner.dropTable('day_flow');
  }
}
