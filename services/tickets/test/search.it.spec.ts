import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { report } from './tickets.ts';

describeOnEachDatabase('search', (createDatabase) => {
  let desk: TestDesk;
  const found = async (text: string, door: 'portal' | 'helpdesk' = 'portal') => {
    const { tickets } = await desk[door].listTickets({ text });
    return tickets.map(({ title }) => title).sort();
  };

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    const texts = {
      wifi: 'No Wi-Fi on 2F since Monday',
      'room 2.14': 'Room 2.14: the projector is dead',
      'room 214': 'Room 214 is cold',
      'PC 7': 'PC 7 does not start',
      lift: "l'ascenseur est en panne, dove è l'uscita",
      überall: 'Überall Größenprobleme, das Straßenfest war zu laut',
      espresso: 'The café serves no crème brûlée; mañana será peor',
      stopwords: 'to be or not and the der die und le la et il un el y',
      日本: 'プリンターが壊れた',
    };
    for (const [title, description] of Object.entries(texts)) await report(desk, { title, description });
    for (let number = 10; number <= 13; number++)
      await report(desk, { title: `T${number}`, description: 'Filler' });
  });

  afterAll(() => desk.close());

  it.each([
    ['wifi 2F', ['wifi']],
    ['wi-fi', ['wifi']],
    ['WIFI MONDAY', ['wifi']],
    ['2f', ['wifi']],
    ['room 2.14', ['room 2.14']],
    ['2.14', ['room 2.14']],
    ['room 214', ['room 214']],
    ['room 21', ['room 214']],
    ['room 2', ['room 2.14', 'room 214']],
    ['room', ['room 2.14', 'room 214']],
    ['PC 7', ['PC 7']],
    ['pc 8', []],
    ['the', ['espresso', 'room 2.14', 'stopwords']],
    ['not and', ['stopwords']],
    ['und die', ['stopwords']],
    ['et la', ['stopwords']],
    ['il un', ['stopwords']],
    ['y el', ['stopwords']],
    ['uberall', ['überall']],
    ['ÜBERALL', ['überall']],
    ['strassenfest', ['überall']],
    ['Straßenfest', ['überall']],
    ['groessen', []],
    ['GRÖSSEN', ['überall']],
    ['cafe creme brulee', ['espresso']],
    ['café manana', ['espresso']],
    ['caf', ['espresso']],
    ['caf the', []],
    ["l'ascenseur", ['lift']],
    ['ascenseur', ['lift']],
    ['プリンター', ['日本']],
    ['proj', ['room 2.14']],
    ['?!', []],
    ['🔥', []],
    ["' OR 1=1 --", []],
    ['100%', []],
    ['_', []],
    ['wifi nowhere', []],
  ])('for %j finds %j', async (text, titles) => {
    expect(await found(text)).toEqual(titles);
  });

  it('finds a ticket by its number, with those that name it', async () => {
    expect(await found('#12')).toEqual(['T12']);
    expect(await found('12')).toEqual(['T12']);
    expect(await found('#404')).toEqual([]);
    expect(await found('999999999999999999')).toEqual([]);
    const { ticket } = await desk.portal.createTicket({
      description: 'Same as 12',
      title: 'names it',
      requestId: randomUUID(),
    });
    expect(await found('#12')).toEqual(['T12', 'names it']);
    expect(await found(`#${ticket!.id}`)).toContain('names it');
  });

  it('finds the words of title, location and messages of both sides', async () => {
    const { id: ticketId } = await report(desk, {
      description: 'd',
      title: 'Zebra',
      location: 'Ostrich wing',
    });
    await desk.portal.postMessage({ ticketId, body: 'Giraffe', requestId: randomUUID() });
    await desk.helpdesk.postMessage({ ticketId, body: 'Elephant', requestId: randomUUID() });
    for (const text of ['zebra', 'ostrich wing', 'giraffe', 'elephant', 'zebra ostrich giraffe eleph'])
      expect(await found(text)).toEqual(['Zebra']);
  });

  it('forgets the words of a text that was edited, unless a message has them', async () => {
    const { id: ticketId } = await report(desk, { description: 'Marmot and badger', title: 'Badger' });
    await desk.portal.postMessage({ ticketId, body: 'The badger again', requestId: randomUUID() });
    const edit = { ticketId, description: 'Otter', title: 'Fauna', requestId: randomUUID() };
    await desk.portal.updateTicket(edit);
    expect(await found('marmot')).toEqual([]);
    expect(await found('otter')).toEqual(['Fauna']);
    expect(await found('badger')).toEqual(['Fauna']);
    await desk.portal.updateTicket({ ticketId, description: 'Marmot', requestId: randomUUID() });
    expect(await found('marmot')).toEqual(['Fauna']);
    expect(await found('otter')).toEqual([]);
  });

  it('lists what it finds newest first, by pages', async () => {
    const { tickets, nextPageToken } = await desk.portal.listTickets({ text: 'filler', pageSize: 3 });
    expect(tickets.map(({ title }) => title)).toEqual(['T13', 'T12', 'T11']);
    const next = await desk.portal.listTickets({ text: 'filler', pageSize: 3, pageToken: nextPageToken });
    expect(next.tickets.map(({ title }) => title)).toEqual(['T10']);
  });
});
