import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { follow } from './follow.ts';

/** A stream that a test feeds; it ends by an abort as a real one does. */
class Feed {
  readonly signal: AbortSignal;
  #told = Promise.withResolvers<string | Error | undefined>();

  constructor(signal: AbortSignal) {
    this.signal = signal;
    signal.addEventListener('abort', () => this.#told.resolve(new Error('cancelled')));
  }

  /** Tells a step, or ends the stream with or without an error. */
  tell(step?: string | Error): Promise<void> {
    this.#told.resolve(step);
    return jest.advanceTimersByTimeAsync(0).then(() => undefined);
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const step = await this.#told.promise;
      if (step === undefined) return;
      if (step instanceof Error) throw step;
      this.#told = Promise.withResolvers();
      yield step;
    }
  }
}

let feeds: Feed[];
let taken: string[];
let cuts: string[];
let stop: AbortController;
let following: Promise<void>;

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  feeds = [];
  taken = [];
  cuts = [];
  stop = new AbortController();
  following = follow<string>({
    open(signal) {
      const feed = new Feed(signal);
      feeds.push(feed);
      return feed;
    },
    take(step) {
      if (step === 'poison') throw new Error('cannot take that');
      taken.push(step);
    },
    cut: (error) => cuts.push((error as Error).message),
    silence: 45_000,
    signal: stop.signal,
  });
});

afterEach(async () => {
  stop.abort();
  await following;
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('follow', () => {
  it('takes in step after step', async () => {
    await feeds[0]!.tell('a');
    await feeds[0]!.tell('b');
    expect(taken).toEqual(['a', 'b']);
    expect(cuts).toEqual([]);
  });

  it.each([
    ['an end', undefined, 'the stream ended'],
    ['an error', new Error('no connection'), 'no connection'],
    ['a step that cannot be taken in', 'poison', 'cannot take that'],
  ])('opens the stream again after %s', async (_, told, cut) => {
    await feeds[0]!.tell(told);
    expect(cuts).toEqual([cut]);
    expect(feeds).toHaveLength(1);
    await pass(100);
    expect(feeds).toHaveLength(2);
    await feeds[1]!.tell('again');
    expect(taken).toEqual(['again']);
  });

  it('opens the stream again after a silence, and lets the silent one go', async () => {
    await pass(44_999);
    await feeds[0]!.tell('just in time');
    await pass(44_999);
    expect(feeds[0]!.signal.aborted).toBe(false);
    await pass(1);
    expect(feeds[0]!.signal.aborted).toBe(true);
    expect(cuts).toEqual(['cancelled']);
    await pass(100);
    expect(feeds).toHaveLength(2);
  });

  it('opens it ever more slowly, at last every five seconds, until a step comes', async () => {
    const pauses = [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000];
    for (const [index, pause] of pauses.entries()) {
      await feeds[index]!.tell();
      await pass(pause - 1);
      expect(feeds).toHaveLength(index + 1);
      await pass(1);
      expect(feeds).toHaveLength(index + 2);
    }
    await feeds.at(-1)!.tell('at last');
    await feeds.at(-1)!.tell();
    await pass(100);
    expect(feeds).toHaveLength(pauses.length + 2);
  });

  it('ends at once when aborted while the stream is open', async () => {
    stop.abort();
    await following;
    expect(feeds[0]!.signal.aborted).toBe(true);
    expect(cuts).toEqual([]);
  });

  it('ends at once when aborted in a pause', async () => {
    await feeds[0]!.tell();
    stop.abort();
    await following;
    expect(feeds).toHaveLength(1);
  });
});
