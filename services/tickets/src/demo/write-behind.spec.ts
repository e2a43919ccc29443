import { expect, it } from '@jest/globals';
import { WriteBehind } from './write-behind.ts';

it('lets writes of a kind run one after the other, and those of another kind meanwhile', async () => {
  const writes = new WriteBehind<'a' | 'b'>();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const begun: string[] = [];
  const write = (name: string, until: Promise<void>) => () => {
    begun.push(name);
    return until;
  };
  await writes.add('a', write('first', first.promise));
  const waiting = writes.add('a', write('second', second.promise));
  await writes.add('b', write('other', Promise.resolve()));
  expect(begun).toEqual(['first', 'other']);
  first.resolve();
  await waiting;
  expect(begun).toEqual(['first', 'other', 'second']);
  second.resolve();
  await writes.end();
});

it('tells of a write that failed, whoever comes next, once all have ended', async () => {
  const writes = new WriteBehind<'a' | 'b'>();
  const lost = new Error('lost');
  const slow = Promise.withResolvers<void>();
  let hasEnded = false;
  await writes.add('a', () => Promise.reject(lost));
  await writes.add('b', () => slow.promise.then(() => void (hasEnded = true)));
  await expect(writes.add('a', () => Promise.resolve())).rejects.toBe(lost);
  setImmediate(slow.resolve);
  await expect(writes.end()).rejects.toBe(lost);
  expect(hasEnded).toBe(true);
});
