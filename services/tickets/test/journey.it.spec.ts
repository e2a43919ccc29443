import {
  Category,
  CategorySource,
  ChangeKind,
  Side,
  Status,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';

const requestId = () => randomUUID();

describeOnEachDatabase("a ticket's life through both doors", (createDatabase) => {
  let desk: TestDesk;
  const began = Date.now();
  const ticketId = 1n;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
  });

  afterAll(() => desk.close());

  it('a user reports a problem, and it is open under a category', async () => {
    const description = 'The wifi is dead on 2F\nSince this morning.';
    const { ticket, revision } = await desk.portal.createTicket({ description, requestId: requestId() });
    expect(revision).toBe(1n);
    expect(ticket).toMatchObject({
      id: ticketId,
      title: 'The wifi is dead on 2F',
      titleDerived: true,
      description,
      location: '',
      status: Status.OPEN,
      category: Category.TECHNICAL_IT,
      categorySource: CategorySource.AUTOMATIC,
      categoryWords: ['wifi'],
      version: 1,
      messageCount: 0,
      lastMessageSide: Side.UNSPECIFIED,
    });
    expect(ticket?.activatedAt ?? ticket?.closedAt ?? ticket?.lastMessageAt).toBeUndefined();
    expect(timestampMs(ticket!.openedAt!)).toBeGreaterThanOrEqual(began);
  });

  it('staff see it, ask back, and the user answers', async () => {
    const { tickets } = await desk.helpdesk.listTickets({});
    expect(tickets.map(({ id }) => id)).toEqual([ticketId]);
    const asked = { ticketId, body: 'Which room?', authorName: 'Ada', requestId: requestId() };
    expect((await desk.helpdesk.postMessage(asked)).message).toMatchObject({
      side: Side.HELPDESK,
      authorName: 'Ada',
    });
    await desk.portal.postMessage({ ticketId, body: 'Room 2.14', requestId: requestId() });
    const { ticket } = await desk.helpdesk.getTicket({ ticketId });
    expect(ticket).toMatchObject({ version: 1, messageCount: 2, lastMessageSide: Side.USER });
    const { messages } = await desk.portal.listMessages({ ticketId });
    expect(messages.map(({ body, side }) => [body, side])).toEqual([
      ['Which room?', Side.HELPDESK],
      ['Room 2.14', Side.USER],
    ]);
  });

  it('the user modifies it, and clears what they gave', async () => {
    const edit = { ticketId, title: 'No wifi', location: 'Room 2.14', requestId: requestId() };
    expect((await desk.portal.updateTicket(edit)).ticket).toMatchObject({
      title: 'No wifi',
      titleDerived: false,
      location: 'Room 2.14',
      version: 2,
    });
    const cleared = await desk.portal.updateTicket({
      ticketId,
      title: '',
      location: '',
      requestId: requestId(),
    });
    expect(cleared.ticket).toMatchObject({
      title: 'The wifi is dead on 2F',
      titleDerived: true,
      location: '',
      version: 3,
    });
  });

  it('staff take it up, correct its category, and close it', async () => {
    const { ticket: active } = await desk.helpdesk.activateTicket({ ticketId, requestId: requestId() });
    expect(active).toMatchObject({ status: Status.ACTIVE, version: 4 });
    expect(active?.activatedAt).toEqual(active?.modifiedAt);
    const category = Category.FACILITY_MANAGEMENT;
    const assigned = await desk.helpdesk.assignCategory({ ticketId, category, requestId: requestId() });
    expect(assigned.ticket).toMatchObject({
      category,
      categorySource: CategorySource.STAFF,
      categoryConfidence: 1,
    });
    expect(assigned.ticket?.categoryWords).toEqual([]);
    const { ticket: closed } = await desk.helpdesk.closeTicket({ ticketId, requestId: requestId() });
    expect(closed).toMatchObject({ status: Status.CLOSED, version: 6 });
    expect(closed?.closedAt).toEqual(closed?.modifiedAt);
  });

  it('the user no longer sees it, and the helpdesk has its whole history', async () => {
    expect(await refused(desk.portal.getTicket({ ticketId }))).toMatchObject({ reason: 'TICKET_CLOSED' });
    const { changes } = await desk.helpdesk.listHistory({ ticketId });
    expect(changes.map(({ revision, kind, side, version }) => [revision, kind, side, version])).toEqual([
      [1n, ChangeKind.OPENED, Side.USER, 1],
      [2n, ChangeKind.MESSAGE_POSTED, Side.HELPDESK, 1],
      [3n, ChangeKind.MESSAGE_POSTED, Side.USER, 1],
      [4n, ChangeKind.EDITED, Side.USER, 2],
      [5n, ChangeKind.EDITED, Side.USER, 3],
      [6n, ChangeKind.ACTIVATED, Side.HELPDESK, 4],
      [7n, ChangeKind.CATEGORY_ASSIGNED, Side.HELPDESK, 5],
      [8n, ChangeKind.CLOSED, Side.HELPDESK, 6],
    ]);
    expect(changes[3]?.edits.map(({ before, after }) => [before, after])).toEqual([
      ['', 'No wifi'],
      ['', 'Room 2.14'],
    ]);
  });
});
