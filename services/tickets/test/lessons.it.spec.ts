import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Database } from '../src/store/database.ts';
import type { Writer } from '../src/store/writer.ts';
import type { Ticket } from '../src/domain/ticket.ts';
import { assign, create, post, update } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { ticketsIn } from './tables.ts';
import { carryOut, writerOn } from './writers.ts';

const coffee = 'The coffee machine in the library does not accept my card anymore';
const similar = 'The coffee machine in the library does not accept my card since Monday';
const model = () => readFileSync(new URL('../src/domain/category/model.bin', import.meta.url));

describeOnEachDatabase('what staff teach', (createDatabase) => {
  let place: TestDatabase;
  let databases: readonly Database[];
  let writers: readonly Writer[];
  const report = async (writer: Writer, description: string) =>
    (await carryOut(writer, create({ description })))[0]!;
  /** How likely it takes facility management; the two that did not win share what is left. */
  const facility = ({ category, categoryConfidence }: Ticket) =>
    category === 'facility' ? categoryConfidence : (1 - categoryConfidence) / 2;

  beforeAll(async () => {
    place = await createDatabase();
    databases = [await place.open(), await place.open()];
    await databases[0]!.migrate();
    writers = databases.map((database) => writerOn(database));
  });

  afterAll(async () => {
    for (const database of databases) await database.close();
    await place.drop();
  });

  it('holds for the same text at once on every replica, and after a restart', async () => {
    const [here, there] = writers as [Writer, Writer];
    const untaught = await report(there, coffee);
    expect(untaught).toMatchObject({ category: 'it', categorySource: 'automatic' });
    const before = await report(there, similar);
    await carryOut(here, assign(untaught.id, 'facility'));

    for (const writer of [here, there, writerOn(databases[1]!)])
      for (const text of [coffee, 'THE COFFEE MACHINE in the library - does not accept my card, anymore!'])
        expect(await report(writer, text)).toMatchObject({
          category: 'facility',
          categorySource: 'automatic',
          categoryConfidence: 0.95,
        });
    for (const writer of [here, there, writerOn(databases[1]!)])
      expect(facility(await report(writer, similar))).toBeGreaterThan(facility(before));
  });

  it('is the last thing they said', async () => {
    const [here, there] = writers as [Writer, Writer];
    const [taught] = await ticketsIn(databases[0]!);
    await carryOut(there, assign(taught!.id, 'services'));
    expect(await report(here, coffee)).toMatchObject({ category: 'services' });
    const another = await report(here, coffee);
    await carryOut(here, assign(another.id, 'it'));
    expect(await report(there, coffee)).toMatchObject({ category: 'it' });
    // What is said under the first ticket is no new judgement.
    await carryOut(there, post(taught!.id));
    for (const writer of [...writers, writerOn(databases[0]!)])
      expect(await report(writer, coffee)).toMatchObject({ category: 'it' });
  });

  it('changes no ticket, and no category that staff set', async () => {
    const [here, there] = writers as [Writer, Writer];
    const [first, second] = [await report(here, 'Squeaky gate'), await report(here, 'Squeaky gate')];
    await carryOut(there, assign(first.id, 'services'));
    expect((await ticketsIn(databases[0]!)).find(({ id }) => id === second.id)).toEqual(second);
    const [edited] = await carryOut(here, update(first.id, { description: 'wifi dead 2F' }));
    expect(edited).toMatchObject({ category: 'services', categorySource: 'staff', categoryConfidence: 1 });
  });

  it('is not taught by whoever edits a text that staff judged', async () => {
    const [here, there] = writers as [Writer, Writer];
    const untaught = await report(here, 'No wifi in the gym');
    expect(untaught.category).toBe('it');
    const bait = await report(here, 'The porter was rude to me');
    await carryOut(here, assign(bait.id, 'services'));
    expect(await report(there, 'Dear desk! No wifi in the gym')).toMatchObject({ category: 'it' });
    await carryOut(there, update(bait.id, { description: 'No wifi in the gym' }));
    for (const writer of [here, there, writerOn(databases[0]!)])
      expect(await report(writer, 'No wifi in the gym')).toMatchObject({ category: 'it' });
  });

  it('counts when an edit leads to a new category', async () => {
    const [here, there] = writers as [Writer, Writer];
    const taught = await report(here, 'The beamer of the small chapel');
    await carryOut(here, assign(taught.id, 'services'));
    const other = await report(there, 'wifi dead 2F');
    const [edited] = await carryOut(
      there,
      update(other.id, { description: 'the beamer of the small chapel!' }),
    );
    expect(edited).toMatchObject({ category: 'services', categorySource: 'automatic' });
  });

  it('is stored in the database alone', async () => {
    const before = model();
    const [ticket] = await carryOut(writers[0]!, create(), create({ description: coffee }));
    await carryOut(writers[0]!, assign(ticket!.id, 'services'));
    expect(model().equals(before)).toBe(true);
  });
});
