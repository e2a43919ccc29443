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

  it('finds among common words those that share the most of them', async () => {
    await Promise.all(
      Array.from({ length: 150 }, (_, index) =>
        report(desk, { description: `Common complaint about something, number ${index}` }),
      ),
    );
    const alike = await report(desk, { description: 'Common complaint about something else entirely' });
    const [first] = await similar('common complaint about something else entirely');
    expect(first).toEqual({ id: alike.id, score: 1 });
    for (const { score } of await similar('a common complaint about something'))
      expect(score > 0.25 && score <= 1).toBe(true);
  });

  it('looks behind many closed ones', async () => {
    const { id } = await report(desk, { description: 'Marmots dig beneath the observatory' });
    await Promise.all(
      Array.from({ length: 150 }, async () =>
        close(desk, (await report(desk, { description: 'Marmots dig beneath the observatory' })).id),
      ),
    );
    expect(await similar('marmots dig beneath the observatory')).toEqual([{ id, score: 1 }]);
  });

  it('finds the near-duplicate of a long report', async () => {
    const story =
      'Every evening around nine the ventilation above the violin practice cabin begins to howl, so that nobody can ' +
      'rehearse there; the janitor came twice, turned a knob, and it was quiet for an hour at most before it started again.';
    const { id } = await report(desk, { description: story });
    const asked = story.replace('Every evening around nine', 'Since last week').replace('twice', 'once');
    expect((await similar(asked))[0]).toMatchObject({ id });
    expect((await similar(story.slice(0, 60)))[0]).toMatchObject({ id });
  });

  it.each([
    ['English', 'The drinking fountain next to gate four leaks', 'drinking fountain leaks, gate four'],
    [
      'German',
      'Der Trinkbrunnen neben Tor vier tröpfelt unaufhörlich',
      'Trinkbrunnen neben Tor vier TRÖPFELT',
    ],
    ['Italian', "La fontanella accanto all'ingresso perde acqua", "perde acqua la fontanella all'ingresso"],
    ['French', "La fontaine près de l'entrée dégouline sans arrêt", 'fontaine près entrée degouline'],
    ['Spanish', 'El bebedero junto a la puerta cuatro gotea', 'gotea el bebedero, puerta cuatro'],
  ])('finds a near-duplicate in %s', async (_, text, typed) => {
    const { id } = await report(desk, { description: text });
    expect((await similar(typed))[0]).toMatchObject({ id });
  });
});
