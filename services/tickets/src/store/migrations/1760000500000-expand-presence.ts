import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const table = new Table({
  name: 'presence',
  columns: [
    { name: 'ticket_id', type: 'bigint', isPrimary: true },
    { name: 'client_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'side', type: 'varchar', length: '20' },
    { name: 'activity', type: 'varchar', length: '20' },
    { name: 'until', type: 'bigint' },
  ],
});

/** Makes room for who is at a ticket. */
export class ExpandPresence1760000500000 implements MigrationInterface {
  readonly name = 'ExpandPresence1760000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table, true);
    if (runner.dataSource.options.type === 'mysql')
      await runner.query('ALTER TABLE presence CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('presence');
  }
}
