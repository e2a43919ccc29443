import { expect, it } from '@jest/globals';
import { facts } from '../../test/history.ts';
import { historyOf } from './history.ts';
import type { Life } from './lives.ts';
import type { DemoAction } from './schedule.ts';

const opening: DemoAction = { type: 'open', description: 'The tap drips' };
const message = (body: string): DemoAction => ({ type: 'post-message', side: 'helpdesk', body });

const lives: readonly Life[] = [
  [
    { at: 10, action: opening },
    { at: 12, action: { type: 'activate' } },
    { at: 40, action: message('first') },
    { at: 50, action: { type: 'close' } },
  ],
  [
    { at: 11, action: opening },
    { at: 12, action: message('second') },
    { at: 13, action: message('third') },
  ],
  [{ at: 60, action: opening }],
];

it('lets lives happen side by side, in the order of time', () => {
  const steps = [...historyOf(lives, 100, facts)];
  expect(steps.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(steps.map(({ event, after }) => [event.at, after.id, event.type])).toEqual([
    [10, 1, 'opened'],
    [11, 2, 'opened'],
    [12, 1, 'activated'],
    [12, 2, 'message-posted'],
    [13, 2, 'message-posted'],
    [40, 1, 'message-posted'],
    [50, 1, 'closed'],
    [60, 3, 'opened'],
  ]);
  expect(steps.flatMap(({ message: posted }) => (posted ? [[posted.id, posted.body]] : []))).toEqual([
    [1, 'second'],
    [2, 'third'],
    [3, 'first'],
  ]);
});

it('tells with the last change of each ticket what was said under it', () => {
  const ends = [...historyOf(lives, 100, facts)].filter(({ said }) => said !== undefined);
  expect(ends.map(({ after, said }) => [after.id, after.status, said?.map(({ body }) => body)])).toEqual([
    [2, 'open', ['second', 'third']],
    [1, 'closed', ['first']],
    [3, 'open', []],
  ]);
});

it('leaves out what would happen at the end or later', () => {
  const steps = [...historyOf(lives, 40, facts)];
  expect(steps.map(({ event }) => event.at)).toEqual([10, 11, 12, 12, 13]);
  expect(steps.filter(({ said }) => said !== undefined).map(({ after }) => [after.id, after.status])).toEqual(
    [
      [1, 'active'],
      [2, 'open'],
    ],
  );
});

it('refuses a life that the desk does not allow', () => {
  const life: Life = [
    { at: 1, action: opening },
    { at: 2, action: { type: 'close' } },
  ];
  expect(() => [...historyOf([life], 10, facts)]).toThrow('a step that the desk does not take: close');
});
