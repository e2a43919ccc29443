import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo, parseDemo } from './demo-ticket.ts';
import type { DemoTicket } from './demo-ticket.ts';

describe('the demo data', () => {
  let demo: readonly DemoTicket[];

  beforeAll(async () => {
    demo = await loadDemo(new URL('../../demo/', import.meta.url));
  });

  const share = (holds: (ticket: DemoTicket) => boolean) => demo.filter(holds).length / demo.length;
  const isMessage = (step: DemoTicket['steps'][number]) => 'user' in step || 'helpdesk' in step;

  it('is 150 tickets: 100 closed, 28 in work, 22 open', () => {
    const closed = demo.filter(({ steps }) => steps.some(({ close }) => close)).length;
    const activated = demo.filter(({ steps }) => steps.some(({ activate }) => activate)).length;
    expect({ all: demo.length, closed, active: activated - closed }).toEqual({
      all: 150,
      closed: 100,
      active: 28,
    });
  });

  it('is half English, and has enough of each other language and of each category', () => {
    expect(share(({ language }) => language === 'en')).toBeCloseTo(0.5, 1);
    for (const other of ['de', 'es', 'fr', 'it']) {
      expect(share(({ language }) => language === other)).toBeGreaterThan(0.07);
    }
    expect(share(({ about }) => about === 'facility')).toBeCloseTo(0.45, 1);
    expect(share(({ about }) => about === 'it')).toBeCloseTo(0.35, 1);
    expect(share(({ about }) => about === 'services')).toBeCloseTo(0.2, 1);
  });

  it('is alive: conversations, places, edits, corrections', () => {
    expect(share(({ steps }) => steps.some(isMessage))).toBeGreaterThan(0.6);
    expect(share(({ location }) => location !== undefined)).toBeGreaterThan(0.8);
    expect(demo.filter(({ steps }) => steps.some(({ edit }) => edit)).length).toBeGreaterThanOrEqual(5);
    expect(demo.filter(({ steps }) => steps.some(({ category }) => category)).length).toBeGreaterThanOrEqual(
      5,
    );
    expect(Math.max(...demo.map(({ steps }) => steps.filter(isMessage).length))).toBeLessThanOrEqual(6);
  });

  it('corrects a category only to the true one', () => {
    for (const { about, steps } of demo) {
      for (const { category } of steps) expect([undefined, about]).toContain(category);
    }
  });

  it('says nothing twice', () => {
    expect(new Set(demo.map(({ description }) => description)).size).toBe(demo.length);
  });
});

describe('parseDemo', () => {
  const good = `- { opened: 5h, language: en, about: it, description: No signal, steps: [] }\n`;

  it('reads a ticket', () => {
    expect(parseDemo('good.yaml', good)).toEqual([
      { opened: '5h', language: 'en', about: 'it', description: 'No signal', steps: [] },
    ]);
  });

  it.each([
    ['an unknown field', good.replace('opened: 5h', 'opened: 5h, loction: here'), /loction/],
    ['a missing field', good.replace('language: en,', ''), /language/],
    ['a wrong time', good.replace('5h', '5w Monday'), /opened is neither/],
    ['a blank description', good.replace('No signal', '" "'), /description is blank/],
    ['a long description', good.replace('No signal', 'x'.repeat(10_001)), /description is longer than 10000/],
    [
      'a long location',
      good.replace('opened', `location: ${'x'.repeat(201)}, opened`),
      /location is longer than 200/,
    ],
    [
      'a wrong duration',
      good.replace('[]', '[{ after: 2 hours, close: true }]'),
      /steps\.0\.after is not a duration/,
    ],
    ['two actions', good.replace('[]', '[{ after: 2h, close: true, activate: true }]'), /exactly one of/],
    ['no action', good.replace('[]', '[{ after: 2h }]'), /exactly one of/],
    ['an author alone', good.replace('[]', '[{ after: 2h, close: true, author: Ada }]'), /no message/],
    ['an empty edit', good.replace('[]', '[{ after: 2h, edit: {} }]'), /changes nothing/],
  ])('refuses %s and names file and entry', (_, bad, problem) => {
    const parse = () => parseDemo('bad.yaml', good + bad);
    expect(parse).toThrow(/^bad\.yaml: entry 2 /);
    expect(parse).toThrow(problem);
  });

  it('counts code points, not UTF-16 units', () => {
    expect(parseDemo('emoji.yaml', good.replace('No signal', '🙈'.repeat(10_000)))).toHaveLength(1);
  });

  it.each(['', 'opened: 5h', '"text"'])('refuses what is not a list: %j', (yaml) => {
    expect(() => parseDemo('bad.yaml', yaml)).toThrow('bad.yaml: is not a list of tickets');
  });
});
