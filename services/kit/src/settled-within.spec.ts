import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { settledWithin } from './settled-within.ts';

const caller = new AbortController();

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

describe('settledWithin', () => {
  it('tells that the promise was fulfilled in time', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = settledWithin(promise, 1_000, caller.signal);
    await jest.advanceTimersByTimeAsync(999);
    resolve();
    expect(await waiting).toBe(true);
  });

  it('waits no longer than asked', async () => {
    const waiting = settledWithin(Promise.withResolvers().promise, 1_000, caller.signal);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await waiting).toBe(false);
  });

  it.each([
    ['before', AbortSignal.abort()],
    ['while', AbortSignal.timeout(1)],
  ])('waits no longer than its caller, gone %s it waits', async (_, signal) => {
    expect(await settledWithin(Promise.withResolvers().promise, 1_000_000, signal)).toBe(false);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('fails with the promise', async () => {
    await expect(settledWithin(Promise.reject(new Error('no')), 1_000, caller.signal)).rejects.toThrow('no');
  });
});
