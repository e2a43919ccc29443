import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { create, request } from './commands.ts';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { close, report } from './tickets.ts';
import { writerOn } from './writers.ts';

/** Far more changes, and far more parts of 50 in an export, than the buffers between server and client hold. */
const tickets = 2_500;

describeOnEachDatabase('readers who do not read on', (createDatabase) => {
  let desk: TestDesk;
  let pulled = 0;

  beforeAll(async () => {
    desk = await openDesk(createDatabase, (step) => (pulled += step.changes.length));
    const writer = writerOn(desk.database);
    const description = 'A long story. '.repeat(40);
    const half = Array.from({ length: tickets / 2 }, () => create({ description }));
    for (const commands of [half, half])
      await Promise.all(commands.map((command) => writer.submit(request(command))));
  });

  afterAll(() => desk.close());

  it('of changes cost the server a step of the log, not all of it', async () => {
    const stream = desk.helpdesk.watchTickets({ afterRevision: 0n });
    const revisions = [(await stream.next()).value!.revision];
    for (let call = 0; call < 20; call++) await desk.portal.getTicket({ ticketId: 1n });
    expect(pulled).toBeLessThan(tickets / 2);
    while (revisions.length < tickets) revisions.push((await stream.next()).value!.revision);
    await stream.return(undefined);
    expect(revisions).toEqual(Array.from({ length: tickets }, (_, index) => BigInt(index + 1)));
    expect(pulled).toBe(tickets);
  });

  it('of an export get the desk as it was when they began', async () => {
    const stream = desk.helpdesk.exportTickets({});
    const { value: first } = await stream.next();
    expect(await close(desk, 1n)).toMatchObject({ id: 1n, status: Status.CLOSED });
    const revisions = new Set([first?.revision]);
    let oldest = first?.tickets.at(-1);
    for await (const part of stream) {
      revisions.add(part.revision);
      oldest = part.tickets.at(-1);
    }
    expect(oldest).toMatchObject({ id: 1n, status: Status.OPEN, version: 1 });
    expect([...revisions]).toEqual([BigInt(tickets)]);
  });

  it('of exports keep nobody waiting', async () => {
    const streams = Array.from({ length: 5 }, () => desk.helpdesk.exportTickets({}));
    const begun = streams.map((stream) => stream.next());
    await Promise.race(begun);
    const { id } = await report(desk);
    const { tickets: newest } = await desk.portal.listTickets({ pageSize: 1 });
    expect(newest.map((ticket) => ticket.id)).toEqual([id]);
    const follower = desk.feed.follow({});
    expect((await follower.next()).value?.step.case).toBe('snapshot');
    await follower.return(undefined);

    const counts = streams.map(async (stream, index) => {
      let count: number = (await begun[index])!.value!.tickets.length;
      for await (const part of stream) count += part.tickets.length;
      return count;
    });
    for (const count of await Promise.all(counts)) expect([tickets, tickets + 1]).toContain(count);
  });
});
