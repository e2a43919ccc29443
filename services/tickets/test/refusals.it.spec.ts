import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused, type Refused } from './refused.ts';
import { everything } from './tables.ts';
import { activate, close, report } from './tickets.ts';

describeOnEachDatabase('a refusal', (createDatabase) => {
  let desk: TestDesk;
  let ticketId: bigint;
  const requestId = () => randomUUID();

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
  });

  beforeEach(async () => {
    ({ id: ticketId } = await report(desk));
  });

  afterAll(() => desk.close());

  /** A refusal after which everything is stored as before. */
  async function refusedWithoutTrace(call: () => Promise<unknown>): Promise<Refused> {
    const before = await everything(desk.database);
    const refusal = await refused(call());
    expect(await everything(desk.database)).toEqual(before);
    return refusal;
  }

  it('meets who closes an open ticket', async () => {
    expect(
      await refusedWithoutTrace(() => desk.helpdesk.closeTicket({ ticketId, requestId: requestId() })),
    ).toMatchObject({
      code: 'FAILED_PRECONDITION',
      reason: 'WRONG_STATUS',
      metadata: { ticket_id: String(ticketId), status: 'open' },
    });
  });

  it('meets who takes up an active ticket, whatever version they saw', async () => {
    const { version } = await activate(desk, ticketId);
    for (const expectedVersion of [undefined, 1, version])
      expect(
        await refusedWithoutTrace(() =>
          desk.helpdesk.activateTicket({
            ticketId,
            requestId: requestId(),
            ...(expectedVersion !== undefined && { expectedVersion }),
          }),
        ),
      ).toMatchObject({
        code: 'FAILED_PRECONDITION',
        reason: 'WRONG_STATUS',
        metadata: { status: 'active' },
      });
  });

  it('meets every write to a closed ticket at the helpdesk', async () => {
    const { closedAt } = await close(desk, ticketId);
    const { helpdesk } = desk;
    const category = Category.TECHNICAL_IT;
    for (const write of [
      () => helpdesk.activateTicket({ ticketId, requestId: requestId() }),
      () => helpdesk.closeTicket({ ticketId, requestId: requestId() }),
      () => helpdesk.assignCategory({ ticketId, category, requestId: requestId() }),
      () => helpdesk.postMessage({ ticketId, body: 'One more thing', requestId: requestId() }),
    ])
      expect(await refusedWithoutTrace(write)).toMatchObject({
        code: 'FAILED_PRECONDITION',
        reason: 'TICKET_CLOSED',
        metadata: { ticket_id: String(ticketId), closed_at: timestampDate(closedAt!).toISOString() },
      });
  });

  it.each([404_404n, 2n ** 53n + 1n, 2n ** 63n - 1n])('meets who names ticket %s', async (unknown) => {
    const { portal, helpdesk } = desk;
    const write = { ticketId: unknown, requestId: requestId() };
    const category = Category.TECHNICAL_IT;
    for (const call of [
      () => portal.getTicket(write),
      () => portal.listMessages(write),
      () => portal.listHistory(write),
      () => portal.updateTicket({ ...write, title: 'x' }),
      () => portal.postMessage({ ...write, body: 'x' }),
      () => helpdesk.getTicket(write),
      () => helpdesk.listMessages(write),
      () => helpdesk.listHistory(write),
      () => helpdesk.activateTicket(write),
      () => helpdesk.closeTicket(write),
      () => helpdesk.assignCategory({ ...write, category }),
      () => helpdesk.postMessage({ ...write, body: 'x' }),
    ])
      expect(await refusedWithoutTrace(call)).toMatchObject({
        code: 'NOT_FOUND',
        reason: 'TICKET_NOT_FOUND',
        metadata: { ticket_id: String(unknown) },
      });
  });

  it('names the fields of a conflict, and no text', async () => {
    const { portal } = desk;
    const first = { ticketId, title: 'Mine', location: 'Here', expectedVersion: 1, requestId: requestId() };
    await portal.updateTicket(first);
    const refusal = await refusedWithoutTrace(() =>
      portal.updateTicket({ ...first, title: 'Yours', location: 'There', requestId: requestId() }),
    );
    expect(refusal).toMatchObject({
      code: 'ABORTED',
      reason: 'CONFLICT',
      metadata: { ticket_id: String(ticketId), version: '2', fields: 'title,location' },
    });
    expect(JSON.stringify(refusal)).not.toMatch(/Mine|Yours|Here/);
  });

  it('names the category that two of the staff set differently', async () => {
    const first = { ticketId, category: Category.TECHNICAL_IT, expectedVersion: 1, requestId: requestId() };
    await desk.helpdesk.assignCategory(first);
    const second = { ...first, category: Category.SERVICES_COMPLAINTS, requestId: requestId() };
    expect(await refusedWithoutTrace(() => desk.helpdesk.assignCategory(second))).toMatchObject({
      code: 'ABORTED',
      metadata: { fields: 'category' },
    });
  });

  it('meets another request under a used id, of whichever RPC, but not the same request', async () => {
    const edit = { ticketId, title: 'A', requestId: requestId() };
    const answer = await desk.portal.updateTicket(edit);
    await desk.portal.updateTicket({ ticketId, title: 'B', requestId: requestId() });
    expect(await desk.portal.updateTicket(edit)).toEqual(answer);
    expect(await desk.portal.updateTicket({ ...edit, requestId: edit.requestId.toUpperCase() })).toEqual(
      answer,
    );
    for (const call of [
      () => desk.portal.updateTicket({ ...edit, title: 'C' }),
      () => desk.portal.updateTicket({ ...edit, expectedVersion: 1 }),
      () => desk.portal.createTicket({ description: 'x', requestId: edit.requestId }),
      () => desk.helpdesk.activateTicket({ ticketId, requestId: edit.requestId }),
    ])
      expect(await refusedWithoutTrace(call)).toMatchObject({
        code: 'ALREADY_EXISTS',
        reason: 'REQUEST_ID_REUSED',
      });
  });
});
