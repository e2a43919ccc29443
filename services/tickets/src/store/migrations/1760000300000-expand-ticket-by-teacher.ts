import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const name = 'ticket_by_teacher';

/** Finds the tickets that staff filed, by their last change. Servers make an index while the desk goes on writing. */
export class ExpandTicketByTeacher1760000300000 implements MigrationInterface {
  readonly name = 'ExpandTicketByTeacher1760000300000';

  async up(runner: QueryRunner): Promise<void> {
    const made = (await runner.getTable('ticket'))?.indices.some((index) => index.name === name);
    if (!made)
      await runner.createIndex(
        'ticket',
        new TableIndex({ name, columnNames: ['category_source', 'revision'] }),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('ticket', name);
  }
}
