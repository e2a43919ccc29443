import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { classify } from '../src/category-model.ts';
import type { Database } from '../src/store/database.ts';
import { OverloadError } from '../src/store/writer.ts';
import { assign, create, move, post, request, update } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { everything, ticketsIn } from './tables.ts';
import { carryOut, writerOn } from './writers.ts';

describeOnEachDatabase('a writer', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('carries out 32 identical requests at once as one', async () => {
    const before = await ticketsIn(database);
    const write = request(create());
    const writers = [writerOn(database), writerOn(database)];
    const outcomes = await Promise.all(
      Array.from({ length: 32 }, (_, index) => writers[index % 2]!.submit(write)),
    );
    expect(outcomes[0]).toMatchObject({ type: 'done' });
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await ticketsIn(database)).toHaveLength(before.length + 1);
  });

  it('gives the same answer after the database was closed and opened again', async () => {
    const [ticket] = await carryOut(writerOn(database), create({ title: 'Ünïcode 🔥 "quoted" \\ back' }));
    const message = request(post(ticket!.id, 'helpdesk', 'Zeile 1\nZeile 2\t\\n'));
    const answer = await writerOn(database).submit(message);
    await carryOut(writerOn(database), move(ticket!.id, 'active'));
    await database.close();
    database = await place.open();
    expect(await writerOn(database).submit(message)).toEqual(answer);
    expect(answer).toMatchObject({ type: 'done', answer: { message: { body: 'Zeile 1\nZeile 2\t\\n' } } });
  });

  it('stores nothing of what it refuses', async () => {
    const writer = writerOn(database);
    const [first] = await carryOut(writer, create());
    const id = first!.id;
    await carryOut(writer, move(id, 'active'), update(id, { title: 'Seen by few' }), move(id, 'closed'));
    const [second] = await carryOut(writer, create());
    const reused = request(update(second!.id, { title: 'A' }));
    await writer.submit(reused);
    const before = await everything(database);
    const outcomes = await Promise.all(
      [
        ...[move(id, 'active'), move(id, 'closed'), post(id), update(id, { title: '' }), assign(id, 'it')],
        ...[
          move(404_404, 'active'),
          move(second!.id, 'closed'),
          update(second!.id, { title: 'B', expectedVersion: 1 }),
        ],
      ].map((command) => writer.submit(request(command))),
    );
    outcomes.push(await writer.submit({ ...reused, command: create() }));
    expect(outcomes.map((outcome) => outcome.type === 'refused' && outcome.refusal.type)).toEqual([
      ...['closed', 'closed', 'closed', 'closed', 'closed', 'not-found', 'wrong-status', 'conflict'],
      'request-id-reused',
    ]);
    expect(await everything(database)).toEqual(before);
  });

  it('lets a write that cannot be stored fail alone', async () => {
    const writer = writerOn(database, {
      classifier: {
        learn: () => undefined,
        classify(text) {
          if (text.includes('poison')) throw new RangeError('poison');
          return classify(text);
        },
      },
    });
    const before = await ticketsIn(database);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        writer.submit(request(create({ description: index % 7 === 3 ? 'poison' : 'wifi' }))),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      outcomes.map((_, index) => (index % 7 === 3 ? 'rejected' : 'fulfilled')),
    );
    expect(await ticketsIn(database)).toHaveLength(before.length + 17);
  });

  it('notices a write however soon it follows another', async () => {
    const writer = writerOn(database);
    for (let steps = 0; steps < 12; steps++) {
      await writer.submit(request(create()));
      for (let step = 0; step < steps; step++) await Promise.resolve();
      expect(await writer.submit(request(create()))).toMatchObject({ type: 'done' });
    }
    await writer.idle();
  });

  it('refuses more writes than it can take on, and carries out those it took', async () => {
    const writer = writerOn(database);
    const before = await ticketsIn(database);
    const writes = Array.from({ length: 2_200 }, () => writer.submit(request(create({ description: 'x' }))));
    const outcomes = await Promise.allSettled(writes);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(OverloadError);
    expect(await ticketsIn(database)).toHaveLength(before.length + writes.length - refused.length);
  });
});
