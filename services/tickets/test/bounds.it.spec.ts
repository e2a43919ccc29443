import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';
import { everything } from './tables.ts';
import { report } from './tickets.ts';

/** A number that the enum of its field has not. */
const unknown = (number: number) => number as never;

type Call = (desk: TestDesk) => Promise<unknown>;

const id = () => ({ requestId: randomUUID() });
const first = () => ({ ticketId: 1n, ...id() });
const long = (length: number) => '🔥'.repeat(length);
const invisible = ' \n\u200b\u2060\u202e\u0007\u3164';

const creations: readonly [string, string, Call][] = [
  ['no description', 'description', ({ portal }) => portal.createTicket(id())],
  [
    'a blank description',
    'description',
    ({ portal }) => portal.createTicket({ description: ' \n', ...id() }),
  ],
  [
    'an invisible one',
    'description',
    ({ portal }) => portal.createTicket({ description: invisible, ...id() }),
  ],
  [
    'a description of 10,001',
    'description',
    ({ portal }) => portal.createTicket({ description: long(10_001), ...id() }),
  ],
  [
    'a title of 201',
    'title',
    ({ portal }) => portal.createTicket({ description: 'x', title: long(201), ...id() }),
  ],
  [
    'a location of 201',
    'location',
    ({ portal }) => portal.createTicket({ description: 'x', location: long(201), ...id() }),
  ],
  ['no request id', 'request_id', ({ portal }) => portal.createTicket({ description: 'x' })],
  [
    'one that is none',
    'request_id',
    ({ portal }) => portal.createTicket({ description: 'x', requestId: '7' }),
  ],
];

const edits: readonly [string, string, Call][] = [
  ['ticket 0', 'ticket_id', ({ portal }) => portal.updateTicket({ ...id(), title: 'x' })],
  [
    'an empty description',
    'description',
    ({ portal }) => portal.updateTicket({ ...first(), description: '' }),
  ],
  [
    'an invisible one',
    'description',
    ({ portal }) => portal.updateTicket({ ...first(), description: invisible }),
  ],
  [
    'a description of 10,001',
    'description',
    ({ portal }) => portal.updateTicket({ ...first(), description: long(10_001) }),
  ],
  ['a title of 201', 'title', ({ portal }) => portal.updateTicket({ ...first(), title: long(201) })],
  ['a location of 201', 'location', ({ portal }) => portal.updateTicket({ ...first(), location: long(201) })],
  ['version 0', 'expected_version', ({ portal }) => portal.updateTicket({ ...first(), expectedVersion: 0 })],
  ['no request id', 'request_id', ({ portal }) => portal.updateTicket({ ticketId: 1n, title: 'x' })],
];

const messages: readonly [string, string, Call][] = (['portal', 'helpdesk'] as const).flatMap((door) => [
  [`nothing said (${door})`, 'body', (desk) => desk[door].postMessage(first())],
  [`nothing visible (${door})`, 'body', (desk) => desk[door].postMessage({ ...first(), body: invisible })],
  [`10,001 (${door})`, 'body', (desk) => desk[door].postMessage({ ...first(), body: long(10_001) })],
  [
    `a name of 81 (${door})`,
    'author_name',
    (desk) => desk[door].postMessage({ ...first(), body: 'x', authorName: long(81) }),
  ],
  [`ticket 0 (${door})`, 'ticket_id', (desk) => desk[door].postMessage({ ...id(), body: 'x' })],
  [`no request id (${door})`, 'request_id', (desk) => desk[door].postMessage({ ticketId: 1n, body: 'x' })],
]);

const staff: readonly [string, string, Call][] = [
  ['no category', 'category', ({ helpdesk }) => helpdesk.assignCategory(first())],
  [
    'an unknown category',
    'category',
    ({ helpdesk }) => helpdesk.assignCategory({ ...first(), category: unknown(9) }),
  ],
  [
    'version 0',
    'expected_version',
    ({ helpdesk }) => helpdesk.activateTicket({ ...first(), expectedVersion: 0 }),
  ],
  [
    'a negative version',
    'expected_version',
    ({ helpdesk }) => helpdesk.closeTicket({ ...first(), expectedVersion: -1 }),
  ],
  ['no request id', 'request_id', ({ helpdesk }) => helpdesk.activateTicket({ ticketId: 1n })],
  [
    'a UUID with braces',
    'request_id',
    ({ helpdesk }) => helpdesk.closeTicket({ ticketId: 1n, requestId: `{${randomUUID()}}` }),
  ],
  ['a negative ticket', 'ticket_id', ({ helpdesk }) => helpdesk.activateTicket({ ...id(), ticketId: -1n })],
];

const reads: readonly [string, string, Call][] = [
  [
    'closed tickets at the portal',
    'statuses[1]',
    ({ portal }) => portal.listTickets({ statuses: [Status.OPEN, Status.CLOSED] }),
  ],
  [
    'an unknown watermark',
    'after_revision',
    async ({ helpdesk }) => helpdesk.watchTickets({ afterRevision: -1n }).next(),
  ],
  ['no text to compare', 'text', ({ portal }) => portal.findSimilarTickets({ text: invisible })],
  ['no text to classify', 'text', ({ portal }) => portal.previewCategory({ text: invisible })],
  ['a text of 10,001 to classify', 'text', ({ portal }) => portal.previewCategory({ text: long(10_001) })],
  ['a place of 201 to list', 'location', ({ portal }) => portal.listTickets({ location: long(201) })],
  [
    'a location of 201',
    'location',
    ({ portal }) => portal.findSimilarTickets({ text: 'x', location: long(201) }),
  ],
  [
    'statuses to export',
    'statuses[0]',
    async ({ helpdesk }) => helpdesk.exportTickets({ statuses: [Status.UNSPECIFIED] }).next(),
  ],
  ...(['portal', 'helpdesk'] as const).flatMap((door): [string, string, Call][] => [
    [`a negative page (${door})`, 'page_size', (desk) => desk[door].listTickets({ pageSize: -1 })],
    [
      `no status (${door})`,
      'statuses[0]',
      (desk) => desk[door].listTickets({ statuses: [Status.UNSPECIFIED] }),
    ],
    [`category 0 (${door})`, 'categories[0]', (desk) => desk[door].listTickets({ categories: [unknown(0)] })],
    [`category 4 (${door})`, 'categories[0]', (desk) => desk[door].listTickets({ categories: [unknown(4)] })],
    [`an unknown order (${door})`, 'order', (desk) => desk[door].listTickets({ order: unknown(9) })],
    [`a text of 201 (${door})`, 'text', (desk) => desk[door].listTickets({ text: long(201) })],
    [
      `a token of 1,001 (${door})`,
      'page_token',
      (desk) => desk[door].listTickets({ pageToken: 'x'.repeat(1_001) }),
    ],
    [`a made-up token (${door})`, 'page_token', (desk) => desk[door].listTickets({ pageToken: 'x' })],
    [`ticket 0 (${door})`, 'ticket_id', (desk) => desk[door].getTicket({})],
    [
      `a negative page of messages (${door})`,
      'page_size',
      (desk) => desk[door].listMessages({ ticketId: 1n, pageSize: -1 }),
    ],
    [
      `a made-up token of messages (${door})`,
      'page_token',
      (desk) => desk[door].listMessages({ ticketId: 1n, pageToken: 'x' }),
    ],
    [
      `a negative page of history (${door})`,
      'page_size',
      (desk) => desk[door].listHistory({ ticketId: 1n, pageSize: -1 }),
    ],
    [
      `a made-up token of history (${door})`,
      'page_token',
      (desk) => desk[door].listHistory({ ticketId: 1n, pageToken: 'x' }),
    ],
  ]),
];

describeOnEachDatabase('the bounds of', (createDatabase) => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    await report(desk);
  });

  afterAll(() => desk.close());

  describe.each([
    ['a report', creations],
    ['an edit', edits],
    ['a message', messages],
    ["staff's writes", staff],
    ['what is read', reads],
  ])('%s', (_, calls) => {
    it.each(calls)('refuse %s, naming %s', async (_given, field, call) => {
      const before = await everything(desk.database);
      const refusal = await refused(call(desk));
      expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', reason: 'INVALID_REQUEST', fields: [field] });
      expect(refusal.message).toContain(`${field}: `);
      expect(await everything(desk.database)).toEqual(before);
    });
  });

  it('let the longest texts pass, and keep them whole', async () => {
    const texts = { description: long(10_000), title: long(200), location: long(200) };
    const ticket = await report(desk, texts);
    const ticketId = ticket.id;
    expect(ticket).toMatchObject(texts);
    const edit = { description: `a${long(9_999)}`, title: `b${long(199)}`, location: `c${long(199)}` };
    const edited = await desk.portal.updateTicket({ ticketId, ...edit, requestId: randomUUID() });
    expect(edited.ticket).toMatchObject(edit);
    const said = { ticketId, body: long(10_000), authorName: long(80), requestId: randomUUID() };
    await desk.portal.postMessage(said);
    const { messages: kept } = await desk.helpdesk.listMessages({ ticketId });
    expect(kept).toMatchObject([{ body: said.body, authorName: said.authorName }]);
    expect((await desk.helpdesk.getTicket({ ticketId })).ticket).toMatchObject(edit);
    const { changes } = await desk.helpdesk.listHistory({ ticketId });
    expect(changes[1]?.edits[0]).toMatchObject({ before: texts.description, after: edit.description });
  });
});
