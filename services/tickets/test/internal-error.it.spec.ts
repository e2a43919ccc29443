import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';

describeOnEachDatabase('a mistake of ours', (createDatabase) => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    await desk.database.write((manager) => manager.query('ALTER TABLE ticket RENAME TO misplaced'));
  });

  afterAll(() => desk.close());

  it('is INTERNAL without any detail', async () => {
    const calls = [
      desk.portal.createTicket({ description: 'My private words', requestId: randomUUID() }),
      desk.portal.listTickets({ text: 'my private words' }),
      desk.helpdesk.exportTickets({}).next(),
    ];
    for (const refusal of await Promise.all(calls.map(refused)))
      expect(refusal).toMatchObject({
        code: 'INTERNAL',
        reason: 'INTERNAL',
        metadata: {},
        message: 'Something went wrong on our side.',
      });
  });

  it('is logged, without what people wrote', () => {
    const failures = desk.log.filter((line) => line.includes('INTERNAL'));
    expect(failures).toHaveLength(3);
    for (const line of failures) {
      expect(line).toContain('a statement failed: ER');
      expect(line).not.toContain('private');
    }
  });
});
