import type { FollowResponse } from '@campus-desk/contract/campus/tickets/v1/feed';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { pictureOf, ReadModel } from './read-model.ts';
import { request } from './commands.ts';
import { randomCommand, randomFrom, type Random } from './random.ts';
import { ticketsIn } from './tables.ts';
import { writerOn } from './writers.ts';

describeOnEachDatabase('the feed', (createDatabase) => {
  let desk: TestDesk;
  let random: Random;
  let head: number;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    random = randomFrom(7);
    await work(200);
  });

  afterAll(() => desk.close());

  /** Carries out random commands; some are refused. */
  async function work(commands: number): Promise<void> {
    const writer = writerOn(desk.database);
    const outcomes = await Promise.all(
      Array.from({ length: commands }, () => writer.submit(request(randomCommand(random, 40)))),
    );
    head = Math.max(...outcomes.map((outcome) => (outcome.type === 'done' ? outcome.answer.revision : 0)));
  }

  /** Takes steps into a model until it has come to a revision; answers their kinds. */
  async function bring(model: ReadModel, stream: AsyncGenerator<FollowResponse>, revision: number) {
    const kinds = new Set<string | undefined>();
    while (model.revision < revision) {
      const { value } = (await stream.next()) as IteratorYieldResult<FollowResponse>;
      model.take(value);
      kinds.add(value.step.case);
    }
    return kinds;
  }

  it('begins with the picture of the tables, and stays it at every step', async () => {
    const stream = desk.feed.follow({});
    const model = new ReadModel();
    for (let round = 0; round < 6; round++) {
      const kinds = await bring(model, stream, head);
      expect(kinds.has('snapshot')).toBe(round === 0);
      expect(model.revision).toBe(head);
      expect(model.picture()).toEqual(pictureOf(await ticketsIn(desk.database)));
      await work(30);
    }
    expect(model.picture().closed.length).toBeGreaterThan(0);
    await stream.return(undefined);
  });

  it('resumes without a snapshot and without a gap', async () => {
    const first = desk.feed.follow({});
    const model = new ReadModel();
    await bring(model, first, head);
    await first.return(undefined);
    await work(60);
    const second = desk.feed.follow({ logId: model.logId, afterRevision: BigInt(model.revision) });
    expect(await bring(model, second, head)).not.toContain('snapshot');
    await second.return(undefined);
    expect(model.picture()).toEqual(pictureOf(await ticketsIn(desk.database)));
  });

  it('goes from the beginning of the log to the same picture', async () => {
    const { logId } = await snapshot();
    const model = new ReadModel();
    const stream = desk.feed.follow({ logId, afterRevision: 0n });
    // In one step, though the log is read in some: nobody takes for the present what is on the way there.
    const { value: first } = (await stream.next()) as IteratorYieldResult<FollowResponse>;
    expect(first.step).toMatchObject({ case: 'changes', value: { revision: BigInt(head) } });
    expect(head).toBeGreaterThan(200);
    model.take(first);
    await stream.return(undefined);
    expect(model.picture()).toEqual(pictureOf(await ticketsIn(desk.database)));
  });

  it.each<[string, (model: ReadModel) => { logId: string; afterRevision: bigint }]>([
    ['of another log', ({ revision }) => ({ logId: 'another', afterRevision: BigInt(revision) })],
    ['of no log', ({ revision }) => ({ logId: '', afterRevision: BigInt(revision) })],
    ['from the future', ({ logId, revision }) => ({ logId, afterRevision: BigInt(revision) + 1n })],
    ['from far beyond', ({ logId }) => ({ logId, afterRevision: 2n ** 63n - 1n })],
  ])('gives a reader %s a snapshot', async (_, place) => {
    const stream = desk.feed.follow(place(await snapshot()));
    const { value } = await stream.next();
    expect(value?.step.case).toBe('snapshot');
    await stream.return(undefined);
  });

  async function snapshot(): Promise<ReadModel> {
    const model = new ReadModel();
    const stream = desk.feed.follow({});
    await bring(model, stream, head);
    await stream.return(undefined);
    return model;
  }
});
