import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { linkedAbort } from './linked-abort.ts';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

describe('linkedAbort', () => {
  it('goes along with each of its sources, for the same reason', () => {
    for (const index of [0, 1]) {
      const sources = [new AbortController(), new AbortController()];
      const { signal } = linkedAbort(...sources.map((source) => source.signal));
      expect(signal.aborted).toBe(false);
      const reason = new Error('enough');
      sources[index]!.abort(reason);
      expect(signal.reason).toBe(reason);
    }
  });

  it('is aborted from the beginning if a source is', () => {
    expect(linkedAbort(new AbortController().signal, AbortSignal.abort('early')).signal.reason).toBe('early');
  });

  it('leaves its sources alone', () => {
    const source = new AbortController();
    const linked = linkedAbort(source.signal);
    linked.abort();
    expect(linked.signal.aborted).toBe(true);
    expect(source.signal.aborted).toBe(false);
  });

  it('leaves nothing behind, however it ends', () => {
    const source = new AbortController();
    const other = new AbortController();
    const links = [1, 2, 3].map(() => linkedAbort(source.signal, other.signal));
    expect(listeners(source.signal)).toBe(3);
    links[0]!.release();
    links[1]!.abort();
    other.abort();
    expect(listeners(source.signal)).toBe(0);
    source.abort();
    expect(links.map(({ signal }) => signal.aborted)).toEqual([false, true, true]);
  });
});
