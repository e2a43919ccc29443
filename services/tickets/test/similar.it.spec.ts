import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { close, report } from './tickets.ts';

describeOnEachDatabase('similar tickets', (createDatabase) => {
  let desk: TestDesk;
  const ids = new Map<string, bigint>();
  const similar = async (text: string, location = '') => {
    const { matches } = await desk.portal.findSimilarTickets({ text, location });
    return matches.map(({ ticket, score }) => ({ id: ticket!.id, score }));
  };

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    for (const [name, description] of Object.entries({
      projector: 'The projector in lecture hall B12 shows no picture since this morning.',
      heating: 'It is freezing in the library, the heating does not work.',
      wifi: 'No wifi in the dormitory at night.',
      mensa: 'Le repas au restaurant universitaire est trop cher.',
    }))
      ids.set(name, (await report(desk, { description })).id);
    for (let index = 0; index < 8; index++)
      await report(desk, { description: `Broken elevator number ${index}` });
  });

  afterAll(() => desk.close());

  it('finds the near-duplicate first, and not the unrelated ones', async () => {
    const matches = await similar('Projector in B12: no picture this morning!');
    expect(matches[0]).toMatchObject({ id: ids.get('projector') });
    for (const other of ['heating', 'wifi', 'mensa'])
      expect(matches.map(({ id }) => id)).not.toContain(ids.get(other));
  });

  it('gives the same text a score of 1, and no text more', async () => {
    const [match] = await similar('No wifi in the dormitory at night.');
    expect(match).toEqual({ id: ids.get('wifi'), score: 1 });
    for (const { score } of await similar('No wifi in the dormitory at night, wifi wifi'))
      expect(score > 0 && score <= 1).toBe(true);
  });

  it('finds nothing for what nobody reported, and for nothing but short words', async () => {
    expect(await similar('Zebras graze between stolen bicycles')).toEqual([]);
    expect(await similar('it is at my')).toEqual([]);
    expect(await similar('?!')).toEqual([]);
  });

  it('answers at most 5, the most alike first', async () => {
    const matches = await similar('Broken elevator number 3');
    expect(matches).toHaveLength(5);
    const scores = matches.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('counts the location', async () => {
    const here = await report(desk, { description: 'Strange smell', location: 'Chemistry basement' });
    const there = await report(desk, { description: 'Strange smell', location: 'Rectorate attic' });
    const [first, second] = await similar('Strange smell', 'Rectorate attic');
    expect([first?.id, second?.id]).toEqual([there.id, here.id]);
    expect(first!.score).toBeGreaterThan(second!.score);
  });

  it('takes a text as long as can be', async () => {
    const text = Array.from({ length: 1_400 }, (_, index) => `word${index}`)
      .join(' ')
      .slice(0, 10_000);
    expect(await similar(text)).toEqual([]);
    const { id } = await report(desk, { description: text });
    expect(await similar(text)).toEqual([{ id, score: 1 }]);
  });

  it('leaves out what is closed', async () => {
    const { id } = await report(desk, { description: 'Pigeons nest on the windowsill' });
    expect(await similar('pigeons nest on the windowsill')).toMatchObject([{ id }]);
    await close(desk, id);
    expect(await similar('pigeons nest on the windowsill')).toEqual([]);
  });
});
