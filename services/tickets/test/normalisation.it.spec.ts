import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { report } from './tickets.ts';

describeOnEachDatabase('text', (createDatabase) => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
  });

  afterAll(() => desk.close());

  it.each([
    ['composed as NFC', 'Cafe\u0301 geschlossen', 'Café geschlossen'],
    ['with line breaks as LF', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['with its tabs', 'a\tb', 'a\tb'],
    ['without control characters', 'be\u0007ll\u0000 and\u009b more', 'bell and more'],
    ['without bidirectional overrides', 'evil\u202egpj.exe\u2066!\u2069', 'evilgpj.exe!'],
    ['with what joins emoji', '👩‍🔧 is here', '👩‍🔧 is here'],
    ['with blanks at both ends', ' so ', ' so '],
    [
      'with what looks like a statement',
      `'); DROP TABLE ticket; -- \\' "`,
      `'); DROP TABLE ticket; -- \\' "`,
    ],
  ])('is kept %s', async (_, given, kept) => {
    const ticket = await report(desk, { description: given, title: given, location: given });
    const ticketId = ticket.id;
    expect(ticket).toMatchObject({ description: kept, title: kept, location: kept });
    const message = { ticketId, body: given, authorName: given, requestId: randomUUID() };
    await desk.portal.postMessage(message);
    expect((await desk.helpdesk.getTicket({ ticketId })).ticket).toMatchObject({
      description: kept,
      title: kept,
      location: kept,
    });
    const { messages } = await desk.helpdesk.listMessages({ ticketId });
    expect(messages).toMatchObject([{ body: kept, authorName: kept }]);
  });

  it('is bounded after it was normalised', async () => {
    const title = 'e\u0301'.repeat(200);
    expect((await report(desk, { description: 'x\u0000'.repeat(10_000), title })).title).toBe(
      'é'.repeat(200),
    );
  });

  it('in which nothing can be seen counts as none', async () => {
    const ticket = await report(desk, { description: 'Seen', title: '\u200b \u202e', location: '\u2060' });
    expect(ticket).toMatchObject({ title: 'Seen', titleDerived: true, location: '' });
  });

  it('that differs only before it is normalised is the same request', async () => {
    const requestId = randomUUID();
    const first = await desk.portal.createTicket({ description: 'Café\r\n', requestId });
    expect(await desk.portal.createTicket({ description: 'Cafe\u0301\n', requestId })).toEqual(first);
  });
});
