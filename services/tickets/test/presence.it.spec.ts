import { Activity, Side, type Presence } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PresenceEntity } from '../src/store/entities.ts';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';
import { everything } from './tables.ts';
import { close, report } from './tickets.ts';
import { until } from './until.ts';

const { VIEWING, WRITING, LEFT, UNSPECIFIED } = Activity;
const unknownActivity = JSON.parse('9') as Activity;

/** Watches the helpdesk's stream; answers who is where as it tells. */
function watch(desk: TestDesk) {
  const leaving = new AbortController();
  const told: Presence[] = [];
  const revisions: bigint[] = [];
  const watching = (async () => {
    for await (const { presences, revision } of desk.helpdesk.watchTickets({}, { signal: leaving.signal })) {
      told.push(...presences);
      revisions.push(revision);
    }
  })().catch(() => undefined);
  return {
    told,
    revisions,
    /** What was told last of a ticket: activities by visitor. */
    at: (ticketId: bigint) =>
      told
        .findLast((presence) => presence.ticketId === ticketId)
        ?.visitors.map(({ clientId, side, activity }) => ({ clientId, side, activity })),
    async leave() {
      leaving.abort();
      await watching;
    },
  };
}

describeOnEachDatabase('who is at a ticket', (createDatabase) => {
  let desk: TestDesk;
  let other: TestDesk;
  const stored = () => desk.database.read((manager) => manager.find(PresenceEntity));
  const age = (ms: number) =>
    desk.database.write((manager) => manager.query(`UPDATE presence SET until = until - ${ms}`));

  beforeAll(async () => {
    const place = await createDatabase();
    desk = await openDesk(() => Promise.resolve(place));
    other = await openDesk(() => Promise.resolve({ ...place, drop: () => Promise.resolve() }));
  });

  afterAll(async () => {
    await other.close();
    await desk.close();
  });

  it('is told at one replica and heard at the other, from both doors, until they leave', async () => {
    const { id: ticketId } = await report(desk);
    const [user, staff] = ['0aaaaaaa-0000-4000-8000-000000000001', '0bbbbbbb-0000-4000-8000-000000000002'];
    const early = watch(other);
    await desk.portal.reportPresence({ ticketId, clientId: user, activity: VIEWING });
    const userThere = { clientId: user, side: Side.USER, activity: VIEWING };
    await until(() => early.at(ticketId) !== undefined);
    expect(early.at(ticketId)).toEqual([userThere]);

    await desk.helpdesk.reportPresence({ ticketId, clientId: staff.toUpperCase(), activity: WRITING });
    const staffThere = { clientId: staff, side: Side.HELPDESK, activity: WRITING };
    await until(() => early.at(ticketId)?.length === 2);
    expect(early.at(ticketId)).toEqual([userThere, staffThere]);

    const late = watch(other);
    await until(() => late.told.length > 0);
    expect(late.at(ticketId)).toEqual([userThere, staffThere]);

    await other.portal.reportPresence({ ticketId, clientId: user, activity: WRITING });
    await until(() => late.at(ticketId)?.[0]?.activity === WRITING);
    await other.portal.reportPresence({ ticketId, clientId: user, activity: LEFT });
    await until(() => late.at(ticketId)?.length === 1);
    await desk.helpdesk.reportPresence({ ticketId, clientId: staff, activity: LEFT });
    for (const watcher of [early, late]) {
      await until(() => watcher.at(ticketId)?.length === 0);
      await watcher.leave();
    }
    expect(await stored()).toEqual([]);
  });

  it('holds for 30 seconds, and as long again when it is said again', async () => {
    const { id: ticketId } = await report(desk);
    const clientId = randomUUID();
    const before = Date.now();
    await desk.portal.reportPresence({ ticketId, clientId, activity: VIEWING });
    const [row] = await stored();
    expect(row!.until - before).toBeGreaterThanOrEqual(30_000);
    expect(row!.until - Date.now()).toBeLessThanOrEqual(30_000);
    const watcher = watch(other);
    await until(() => watcher.at(ticketId)?.length === 1);
    await age(29_000);
    await desk.portal.reportPresence({ ticketId, clientId, activity: VIEWING });
    expect((await stored())[0]!.until).toBeGreaterThanOrEqual(row!.until);
    await age(30_000);
    await until(() => watcher.at(ticketId)?.length === 0);
    expect(watcher.told.filter((presence) => presence.ticketId === ticketId)).toHaveLength(2);
    await watcher.leave();
  });

  it('holds at each ticket for itself', async () => {
    const tickets = [await report(desk), await report(desk)];
    const clientId = randomUUID();
    for (const { id: ticketId } of tickets)
      await desk.helpdesk.reportPresence({ ticketId, clientId, activity: VIEWING });
    const watcher = watch(desk);
    await until(() => tickets.every(({ id }) => watcher.at(id)?.length === 1));
    await desk.helpdesk.reportPresence({ ticketId: tickets[0]!.id, clientId, activity: LEFT });
    await until(() => watcher.at(tickets[0]!.id)?.length === 0);
    expect(watcher.at(tickets[1]!.id)).toHaveLength(1);
    await watcher.leave();
  });

  it('moves no revision and stands in no history', async () => {
    const { id: ticketId } = await report(desk);
    const { presence: _, ...before } = await everything(desk.database);
    const { revision } = await desk.helpdesk.listTickets({});
    const watcher = watch(desk);
    await until(() => watcher.revisions.length > 0);
    for (const activity of [VIEWING, WRITING])
      await desk.portal.reportPresence({ ticketId, clientId: randomUUID(), activity });
    await until(() => watcher.at(ticketId)?.length === 2);
    expect(new Set(watcher.revisions)).toEqual(new Set([revision]));
    await watcher.leave();
    const { presence, ...after } = await everything(desk.database);
    expect(after).toEqual(before);
    expect(Object.keys(presence![0] as object).sort()).toEqual(
      ['activity', 'clientId', 'side', 'ticketId', 'until'].sort(),
    );
  });

  it('is told of fifty at most, and comes between changes', async () => {
    const { id: ticketId } = await report(desk);
    const watcher = watch(desk);
    await until(() => watcher.revisions.length > 0);
    await Promise.all(
      Array.from({ length: 60 }, () =>
        desk.portal.reportPresence({ ticketId, clientId: randomUUID(), activity: VIEWING }),
      ),
    );
    const { revision } = await desk.portal.postMessage({ ticketId, body: 'Hello', requestId: randomUUID() });
    await until(() => watcher.at(ticketId)?.length === 50 && watcher.revisions.includes(revision));
    expect(watcher.revisions).toEqual(watcher.revisions.toSorted((a, b) => Number(a - b)));
    await watcher.leave();
  });

  describe('is refused, and nothing stored,', () => {
    type Asked = { ticketId: bigint; clientId: string; activity: Activity };
    let ticketId: bigint;
    let closedId: bigint;
    beforeAll(async () => {
      ticketId = (await report(desk)).id;
      closedId = (await close(desk, (await report(desk)).id)).id;
    });
    const right = (): Asked => ({ ticketId, clientId: randomUUID(), activity: VIEWING });

    it.each<[string, () => Partial<Asked>, object, readonly ('portal' | 'helpdesk')[]]>([
      [
        'of an unknown ticket',
        () => ({ ticketId: 7_000n }),
        { reason: 'TICKET_NOT_FOUND' },
        ['portal', 'helpdesk'],
      ],
      [
        'of a number no ticket has',
        () => ({ ticketId: 2n ** 60n }),
        { code: 'NOT_FOUND' },
        ['portal', 'helpdesk'],
      ],
      [
        'of a closed ticket',
        () => ({ ticketId: closedId }),
        { code: 'NOT_FOUND', reason: 'TICKET_CLOSED' },
        ['portal'],
      ],
      ['of ticket 0', () => ({ ticketId: 0n }), { fields: ['ticket_id'] }, ['portal', 'helpdesk']],
      ['without a client', () => ({ clientId: '' }), { fields: ['client_id'] }, ['portal', 'helpdesk']],
      ['with a name', () => ({ clientId: 'Mario Rossi' }), { fields: ['client_id'] }, ['portal', 'helpdesk']],
      [
        'without an activity',
        () => ({ activity: UNSPECIFIED }),
        { fields: ['activity'] },
        ['portal', 'helpdesk'],
      ],
      [
        'with an unknown activity',
        () => ({ activity: unknownActivity }),
        { fields: ['activity'] },
        ['portal', 'helpdesk'],
      ],
    ])('%s', async (_, wrong, refusal, doors) => {
      for (const door of doors) {
        const before = await stored();
        expect(await refused(desk[door].reportPresence({ ...right(), ...wrong() }))).toMatchObject(refusal);
        expect(await stored()).toEqual(before);
      }
    });

    it('but staff may look at a closed one', async () => {
      const clientId = randomUUID();
      await desk.helpdesk.reportPresence({ ticketId: closedId, clientId, activity: VIEWING });
      expect(await stored()).toContainEqual(expect.objectContaining({ clientId, side: 'helpdesk' }));
    });
  });

  it('is not told at the portal', async () => {
    const { id: ticketId } = await report(desk);
    await desk.portal.reportPresence({ ticketId, clientId: randomUUID(), activity: VIEWING });
    const stream = desk.portal.watchTickets({});
    expect(Object.keys((await stream.next()).value)).not.toContain('presences');
    await stream.return(undefined);
  });
});
