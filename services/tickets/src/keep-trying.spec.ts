import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { keepTrying } from './keep-trying.ts';
import { NotYetError } from './store/not-yet-error.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** Attempts that fail for these reasons and then succeed; each takes a second of the mocked clock. */
function attempts(...reasons: readonly string[]): () => Promise<string> {
  let count = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => count * 1_000);
  return () => {
    const reason = reasons[count++];
    return reason === undefined ? Promise.resolve('done') : Promise.reject(new NotYetError(reason));
  };
}

describe('keepTrying', () => {
  it('tells why it waits: at first, when the reason changes, and now and then', async () => {
    const told: string[] = [];
    const attempt = attempts('a', 'a', 'b', 'b', 'b', 'b', 'a');
    const tell = (why: string) => told.push(why);
    expect(await keepTrying(attempt, { tell, reminder: 3_000, pause: 0 })).toBe('done');
    expect(told).toEqual(['a', 'b', 'b', 'a']);
  });

  it('fails with the last reason once its patience is over', async () => {
    const told: string[] = [];
    const attempt = attempts('a', 'b', 'c', 'd');
    const options = { tell: (why: string) => told.push(why), reminder: 3_000, pause: 0 };
    await expect(keepTrying(attempt, { ...options, patience: 3_000 })).rejects.toThrow(/^c$/);
    expect(told).toEqual(['a', 'b']);
  });

  it('fails at once without patience, and for what does not pass by itself', async () => {
    const tell = jest.fn();
    const options = { tell, reminder: 3_000, pause: 0 };
    await expect(keepTrying(attempts('a'), { ...options, patience: 0 })).rejects.toThrow('a');
    await expect(keepTrying(() => Promise.reject(new Error('wrong')), options)).rejects.toThrow('wrong');
    expect(tell).not.toHaveBeenCalled();
  });
});
