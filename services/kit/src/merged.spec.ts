import { expect, it } from '@jest/globals';
import { merged } from './merged.ts';

/** A source that tells what it is given, and knows whether it was ended. */
function source() {
  const items: (() => Promise<string>)[] = [];
  let given = Promise.withResolvers<void>();
  const state = { asked: 0, ended: false };
  async function* tell() {
    try {
      for (;;) {
        state.asked++;
        while (items.length === 0) await given.promise;
        given = Promise.withResolvers();
        yield await items.shift()!();
      }
    } finally {
      state.ended = true;
    }
  }
  const give = (item: () => Promise<string>) => {
    items.push(item);
    given.resolve();
  };
  return {
    state,
    stream: tell(),
    give: (item: string) => give(() => Promise.resolve(item)),
    fail: (error: Error) => give(() => Promise.reject(error)),
  };
}

async function* listed(...items: string[]) {
  for (const item of items) yield await Promise.resolve(item);
}

it('tells what comes of either, in the order in which it comes', async () => {
  const [a, b] = [source(), source()];
  const all = merged(a.stream, b.stream);
  const told: unknown[] = [];
  for (const [from, item] of [
    [b, 'b1'],
    [b, 'b2'],
    [a, 'a1'],
    [b, 'b3'],
  ] as const) {
    from.give(item);
    told.push((await all.next()).value);
  }
  expect(told).toEqual(['b1', 'b2', 'a1', 'b3']);
});

it('asks a source for one item at a time', async () => {
  const a = source();
  ['a1', 'a2', 'a3'].forEach((item) => a.give(item));
  const all = merged(a.stream, source().stream);
  expect((await all.next()).value).toBe('a1');
  await new Promise(setImmediate);
  expect(a.state.asked).toBe(1);
});

it('ends with the first that ends, and lets the others end', async () => {
  const b = source();
  const told: string[] = [];
  for await (const item of merged(listed('a1', 'a2'), b.stream)) told.push(item);
  expect(told).toEqual(['a1', 'a2']);
  b.give('too late');
  await new Promise(setImmediate);
  expect(b.state.ended).toBe(true);
});

it('fails with the first that fails', async () => {
  const [a, b] = [source(), source()];
  const all = merged(a.stream, b.stream);
  b.fail(new Error('out of reach'));
  await expect(all.next()).rejects.toThrow('out of reach');
});
