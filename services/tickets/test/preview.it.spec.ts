import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { everything } from './tables.ts';
import { report } from './tickets.ts';

const coffee = 'The coffee machine in the library does not accept my card anymore';

describeOnEachDatabase('the preview of a category', (createDatabase) => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
  });

  afterAll(() => desk.close());

  /** The preview of a text, and what a ticket with it gets right after. */
  async function both(description: string) {
    const { category, confidence, words } = await desk.portal.previewCategory({ text: description });
    const ticket = await report(desk, { description });
    return {
      preview: { category, confidence, words },
      ticket: {
        category: ticket.category,
        confidence: ticket.categoryConfidence,
        words: ticket.categoryWords,
      },
    };
  }

  it.each([
    'The projector in room 2.14 shows no picture',
    'Die Heizung im Hörsaal ist kalt',
    'La queue au restaurant était trop longue\r\nEt le repas froid.',
    'xyzzy',
    '🔥',
  ])('is what the ticket then gets: %j', async (description) => {
    const { preview, ticket } = await both(description);
    expect(preview).toEqual(ticket);
  });

  it('names what decides, and how sure it is', async () => {
    const sure = await desk.portal.previewCategory({ text: 'The wifi is dead on 2F' });
    expect(sure).toMatchObject({ category: Category.TECHNICAL_IT, words: ['wifi'] });
    const unsure = await desk.portal.previewCategory({ text: 'xyzzy' });
    expect(unsure.confidence).toBeLessThan(sure.confidence);
  });

  it('follows at once what staff teach, and what they say last', async () => {
    expect((await desk.portal.previewCategory({ text: coffee })).category).toBe(Category.TECHNICAL_IT);
    const { id: ticketId } = await report(desk, { description: coffee });
    for (const category of [Category.FACILITY_MANAGEMENT, Category.SERVICES_COMPLAINTS]) {
      await desk.helpdesk.assignCategory({ ticketId, category, requestId: randomUUID() });
      const { preview, ticket } = await both(coffee);
      expect(preview).toMatchObject({ category, confidence: 0.95 });
      expect(preview).toEqual(ticket);
    }
  });

  it('is right while others report and teach', async () => {
    const taught = await report(desk, { description: coffee });
    const { FACILITY_MANAGEMENT, TECHNICAL_IT, SERVICES_COMPLAINTS } = Category;
    const said = [FACILITY_MANAGEMENT, TECHNICAL_IT, SERVICES_COMPLAINTS, TECHNICAL_IT, FACILITY_MANAGEMENT];
    const asked = said.map(async (category) => {
      await desk.helpdesk.assignCategory({ ticketId: taught.id, category, requestId: randomUUID() });
      await desk.portal.previewCategory({ text: coffee });
    });
    await Promise.all(asked);
    const { preview, ticket } = await both(coffee);
    expect(preview).toEqual(ticket);
  });

  it('writes nothing', async () => {
    const before = await everything(desk.database);
    await desk.portal.previewCategory({ text: 'The lamp is broken' });
    expect(await everything(desk.database)).toEqual(before);
  });
});
