import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { FollowResponseSchema } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getEventListeners, setMaxListeners } from 'node:events';
import { answers } from './answers.ts';
import { FeedReader } from './feed-reader.ts';
import type { ReadModel } from './read-model.ts';

const start = Date.parse('2026-11-20T12:00:00Z');

/** Counts tickets; and says that its answer changes each full minute. */
class Count implements ReadModel {
  count = 0;
  add(): void {
    this.count = 0;
  }
  apply(): void {
    this.count++;
  }
}

let reader: FeedReader<Count>;
let computed: number;
let caller: AbortController;
let desk: ReturnType<typeof answers<Count, { factor?: number; minRevision?: bigint }, object>>;

const tell = (revision: bigint) => {
  const changes = [{ revision, ticketId: revision }];
  reader.take(create(FollowResponseSchema, { step: { case: 'changes', value: { revision, changes } } }));
};
const tellMessage = (revision: bigint) =>
  reader.take(create(FollowResponseSchema, { step: { case: 'changes', value: { revision } } }));
const snapshot = (revision: bigint) =>
  reader.take(
    create(FollowResponseSchema, {
      step: { case: 'snapshot', value: { revision, complete: true, timeZone: 'UTC' } },
    }),
  );
/** Time passes while nothing runs here. */
const hold = (ms: number) => jest.advanceTimersByTimeAsync(ms);
/** Time passes, and the program runs on. */
const pass = async (ms: number) => {
  for (let left = ms; left > 1_000; left -= 1_000) {
    await hold(1_000);
    reader.beat();
  }
  await hold(ms === 0 ? 0 : ms % 1_000 || 1_000);
};

beforeEach(() => {
  jest.useFakeTimers({ now: start });
  reader = new FeedReader(() => new Count());
  caller = new AbortController();
  // As many watch as a test likes.
  setMaxListeners(0, caller.signal);
  computed = 0;
  desk = answers(reader, {
    key: ({ factor = 1 }) => String(factor),
    answer(model, { factor = 1 }: { factor?: number }, now, { timeZone }) {
      computed++;
      if (factor === 0) throw RpcError.invalid([{ field: 'factor', description: 'must not be 0' }]);
      return { count: model.count * factor, minute: Math.floor(now / 60_000), timeZone };
    },
    changesAt: (_model, _request, now) => (Math.floor(now / 60_000) + 1) * 60_000,
  });
});
afterEach(async () => {
  caller.abort();
  await pass(0);
  expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  jest.useRealTimers();
});

const once = (request: { factor?: number; minRevision?: bigint } = {}) =>
  desk.once(request, { signal: caller.signal });
const notCaughtUp = { code: Code.UNAVAILABLE, reason: 'NOT_CAUGHT_UP' };

describe('an answer', () => {
  it('says the revision and the time that it is true for', async () => {
    snapshot(5n);
    tell(6n);
    expect(await once()).toMatchObject({
      count: 1,
      timeZone: 'UTC',
      revision: 6n,
      asOf: timestampFromMs(start),
    });
  });

  it('is refused where the picture is not complete within 5 seconds, and from then on at once', async () => {
    const refused = expect(once()).rejects.toMatchObject(notCaughtUp);
    await pass(4_999);
    const late = expect(once({ minRevision: 3n })).rejects.toMatchObject(notCaughtUp);
    await pass(1);
    await Promise.all([refused, late]);
    await expect(once()).rejects.toMatchObject(notCaughtUp);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits for a feed that is cut for a moment, and misses nothing', async () => {
    await pass(60_000);
    snapshot(5n);
    reader.cut();
    const waiting = once();
    await pass(2_000);
    reader.cut();
    await pass(999);
    tell(6n);
    expect(await waiting).toMatchObject({ revision: 6n, count: 1 });
  });

  it('is refused while the feed is cut for longer', async () => {
    snapshot(5n);
    reader.cut();
    await pass(4_999);
    // Trying in vain to follow it again does not make the cut any younger.
    reader.cut();
    const refused = expect(once()).rejects.toMatchObject(notCaughtUp);
    await pass(1);
    await refused;
    await expect(once()).rejects.toMatchObject(notCaughtUp);
    tell(6n);
    expect(await once()).toMatchObject({ revision: 6n });
  });

  it('waits for the revision that its caller wants, and no longer', async () => {
    snapshot(5n);
    const waiting = once({ minRevision: 7n });
    let isAnswered = false;
    void waiting.then(() => (isAnswered = true));
    tell(6n);
    await pass(60_000);
    expect(isAnswered).toBe(false);
    tell(7n);
    expect(await waiting).toMatchObject({ revision: 7n, count: 2 });
  });

  it('is never older than what its caller wants: it is refused when the call ends first', async () => {
    snapshot(5n);
    const waiting = once({ minRevision: 7n });
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ code: Code.UNAVAILABLE });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is refused when the feed is cut for longer while it waits', async () => {
    snapshot(5n);
    const waiting = expect(once({ minRevision: 7n })).rejects.toMatchObject(notCaughtUp);
    reader.cut();
    await pass(5_000);
    await waiting;
  });

  it('is not given while the feed is cut, not even to a call that ends', async () => {
    snapshot(5n);
    reader.cut();
    const waiting = once();
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ code: Code.UNAVAILABLE, reason: 'CALL_ENDED' });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is not given by a program that was held, until the feed has told what came meanwhile', async () => {
    snapshot(5n);
    await hold(60_000);
    const waiting = once();
    expect(() => tell(6n)).toThrow('held');
    reader.cut();
    await pass(4_999);
    tell(900n);
    expect(await waiting).toMatchObject({ revision: 900n });
  });

  it('is refused where the question is wrong', async () => {
    snapshot(5n);
    await expect(once({ factor: 0 })).rejects.toMatchObject({ code: Code.INVALID_ARGUMENT });
  });
});

describe('a watch', () => {
  let seen: object[];
  let watching: Promise<void>;

  const watch = (request: { factor?: number; minRevision?: bigint } = {}) => {
    seen = [];
    watching = (async () => {
      for await (const { answer } of desk.watch(request, { signal: caller.signal })) seen.push(answer);
    })();
    return pass(0);
  };

  it('answers at once, and again whenever the feed moves', async () => {
    snapshot(5n);
    await watch();
    expect(seen).toMatchObject([{ revision: 5n, count: 0 }]);
    tell(6n);
    await pass(0);
    tell(7n);
    await pass(0);
    expect(seen).toMatchObject([{ count: 0 }, { count: 1 }, { revision: 7n, count: 2 }]);
  });

  it('answers when time alone changes the answer, and after 15 seconds of silence', async () => {
    snapshot(5n);
    jest.setSystemTime(start + 50_000);
    await watch();
    await pass(9_999);
    expect(seen).toHaveLength(1);
    await pass(1);
    expect(seen).toMatchObject([{ minute: start / 60_000 }, { minute: start / 60_000 + 1 }]);
    await pass(14_999);
    expect(seen).toHaveLength(2);
    await pass(1);
    expect(seen).toHaveLength(3);
  });

  it('misses no change of the answer that comes while its reader is slow', async () => {
    snapshot(5n);
    jest.setSystemTime(start + 59_999);
    const answered = desk.watch({}, { signal: caller.signal });
    await answered.next();
    jest.setSystemTime(start + 60_001);
    const next = answered.next();
    await pass(1);
    expect((await next).value).toMatchObject({ answer: { minute: start / 60_000 + 1 } });
    await answered.return(undefined);
  });

  it('waits with its first answer for the revision that its reader wants', async () => {
    snapshot(5n);
    await watch({ minRevision: 6n });
    expect(seen).toEqual([]);
    tell(6n);
    await pass(0);
    expect(seen).toMatchObject([{ revision: 6n }]);
  });

  it('goes on after a cut that ends soon, and tells nothing meanwhile', async () => {
    snapshot(5n);
    jest.setSystemTime(start + 59_000);
    await watch();
    reader.cut();
    await pass(2_000);
    expect(seen).toHaveLength(1);
    tell(6n);
    await pass(0);
    expect(seen).toMatchObject([{ revision: 5n }, { revision: 6n, count: 1 }]);
  });

  it('goes on with another log that begins below the revision that its reader wanted', async () => {
    snapshot(5n);
    await watch({ minRevision: 5n });
    reader.cut();
    snapshot(2n);
    await pass(0);
    expect(seen).toMatchObject([{ revision: 5n }, { revision: 2n }]);
  });

  it('tells nothing of what was true before the program was held', async () => {
    snapshot(5n);
    await watch();
    await hold(60_000);
    expect(seen).toHaveLength(1);
    reader.cut();
    tell(900n);
    await pass(0);
    expect(seen).toMatchObject([{ revision: 5n }, { revision: 900n }]);
  });

  it('ends as unavailable when the feed is cut for longer', async () => {
    snapshot(5n);
    await watch();
    const ended = expect(watching).rejects.toMatchObject(notCaughtUp);
    reader.cut();
    await pass(5_000);
    await ended;
  });

  it('ends when its reader leaves', async () => {
    snapshot(5n);
    await watch();
    caller.abort();
    await watching;
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a thousand watches', () => {
  const watchers = 1_000;
  let seen: object[][];
  let watching: Promise<void>[];

  /** Each wants a revision of its own, which makes no other question of it. */
  const watch = (factorOf: (watcher: number) => number) => {
    seen = Array.from({ length: watchers }, () => []);
    watching = seen.map(async (own, watcher) => {
      const request = { factor: factorOf(watcher), minRevision: BigInt(watcher % 5) };
      for await (const { answer } of desk.watch(request, { signal: caller.signal })) own.push(answer);
    });
    return pass(0);
  };
  /** What every one has seen. */
  const expectEach = (...answered: object[]) => {
    for (const own of seen) expect(own).toMatchObject(answered);
  };

  beforeEach(() => snapshot(5n));

  it('of one question compute its answer once for a change', async () => {
    await watch(() => 1);
    expect(computed).toBe(1);
    tell(6n);
    await pass(0);
    tell(7n);
    await pass(0);
    expect(computed).toBe(3);
    expectEach({ revision: 5n, count: 0 }, { revision: 6n, count: 1 }, { revision: 7n, count: 2 });
    // One object for all: what is one object is encoded once.
    expect(new Set(seen.flat()).size).toBe(3);
  });

  it('of one question compute nothing for a revision that only moves on', async () => {
    await watch(() => 1);
    tellMessage(6n);
    await pass(0);
    expect(computed).toBe(1);
    expectEach({ revision: 5n, count: 0 }, { revision: 6n, count: 0 });
  });

  it('of one question compute its answer once when time changes it, and nothing for a heartbeat', async () => {
    jest.setSystemTime(start + 50_000);
    await watch(() => 1);
    await pass(10_000);
    const minute = start / 60_000;
    expect(computed).toBe(2);
    expectEach({ minute }, { minute: minute + 1 });
    await pass(15_000);
    expect(computed).toBe(2);
    const asOf = timestampFromMs(start + 75_000);
    expectEach({ minute }, { minute: minute + 1 }, { minute: minute + 1, asOf });
  });

  it('of some questions compute each once, also for those who ask but once', async () => {
    await watch((watcher) => 1 + (watcher % 3));
    expect(computed).toBe(3);
    tell(6n);
    await pass(0);
    expect(await once({ factor: 3 })).toMatchObject({ revision: 6n, count: 3 });
    expect(computed).toBe(6);
    for (const [watcher, own] of seen.entries())
      expect(own).toMatchObject([{ count: 0 }, { count: 1 + (watcher % 3) }]);
  });

  it('go on with another log, though its revisions are the same', async () => {
    tell(6n);
    await watch(() => 1);
    reader.cut();
    snapshot(6n);
    await pass(0);
    expect(computed).toBe(2);
    expectEach({ revision: 6n, count: 1 }, { revision: 6n, count: 0 });
  });

  afterEach(async () => {
    caller.abort();
    await Promise.all(watching);
  });
});
