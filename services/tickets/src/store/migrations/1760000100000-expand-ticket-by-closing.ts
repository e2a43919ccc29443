import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const name = 'ticket_by_closing';

/** Finds tickets by the time of their closing. Servers make an index while the desk goes on writing. */
export class ExpandTicketByClosing1760000100000 implements MigrationInterface {
  readonly name = 'ExpandTicketByClosing1760000100000';

  async up(runner: QueryRunner): Promise<void> {
    const made = (await runner.getTable('ticket'))?.indices.some((index) => index.name === name);
    if (!made) await runner.createIndex('ticket', new TableIndex({ name, columnNames: ['closed_at'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('ticket', name);
  }
}
