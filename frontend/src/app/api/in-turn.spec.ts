import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inTurn } from './in-turn';

type Work = (lock: object | null) => unknown;
type Options = { readonly ifAvailable?: boolean };

/** Locks of which another tab has this one. */
function provideLocks(taken: boolean, release: Promise<unknown> = Promise.resolve()): void {
  const request = async (_name: string, { ifAvailable }: Options, work: Work) => {
    if (taken && !ifAvailable) {
      await release;
    }
    return work(taken && ifAvailable ? null : {});
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
}

describe('inTurn', () => {
  let done: number;
  const add = () => {
    done++;
    return Promise.resolve();
  };

  beforeEach(() => (done = 0));
  afterEach(() => Reflect.deleteProperty(navigator, 'locks'));

  it('works at once where browsers have no locks', async () => {
    await inTurn('desk', add);
    expect(done).toBe(1);
  });

  it('works when nobody else does', async () => {
    provideLocks(false);
    await inTurn('desk', add);
    expect(done).toBe(1);
  });

  it('waits for the other tab, and leaves it at that', async () => {
    let release: () => void = () => undefined;
    provideLocks(true, new Promise<void>((resolve) => (release = resolve)));
    let ended = false;
    const turn = inTurn('desk', add).then(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect(ended).toBe(false);
    release();
    await turn;
    expect(done).toBe(0);
  });

  it('goes on when the other tab sleeps', async () => {
    provideLocks(true, Promise.reject(new DOMException('too long', 'TimeoutError')));
    await inTurn('desk', add);
    expect(done).toBe(1);
  });
});
