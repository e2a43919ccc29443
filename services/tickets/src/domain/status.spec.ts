import { expect, it } from '@jest/globals';
import { mayMove, statuses } from './status.ts';

it('allows open -> active -> closed, and none of the other seven pairs', () => {
  const allowed = statuses.flatMap((from) =>
    statuses.filter((to) => mayMove(from, to)).map((to) => `${from} -> ${to}`),
  );
  expect(allowed).toEqual(['open -> active', 'active -> closed']);
});
