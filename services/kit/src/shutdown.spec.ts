import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const source = (name: string) => JSON.stringify(join(import.meta.dirname, name));

/** Runs a small program by `run` and tells what it says and how it ends. */
const start = (program: string) => {
  const script = `
    import { createLogger } from ${source('log.ts')};
    import { StartError } from ${source('config.ts')};
    import { run } from ${source('shutdown.ts')};
    const say = (word) => process.stdout.write(word + '\\n');
    const forever = setInterval(() => undefined, 1_000);
    ${program}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = { out: '', error: '' };
  child.stdout!.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (said.error += chunk.toString()));
  // Node tells no 'close' of a child that was disconnected.
  const ends = [once(child, 'exit'), once(child.stdout!, 'close'), once(child.stderr!, 'close')];
  const ended = Promise.all(ends).then(([exit]) => ({ code: exit![0] as number | null, ...said }));
  return { child, ended };
};

const gentle = `await run(async () => {
  say('open');
  return async () => { await new Promise(setImmediate); say('closed'); };
});`;

describe('run', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'closes what was opened on %s, and ends well',
    async (signal) => {
      const { child, ended } = start(gentle);
      expect(await once(child, 'message')).toEqual(['ready', undefined]);
      child.kill(signal);
      expect(await ended).toEqual({ code: 0, out: 'open\nclosed\n', error: '' });
    },
  );

  it('closes when the starter that it is connected to has gone', async () => {
    const { child, ended } = start(gentle);
    await once(child, 'message');
    child.disconnect();
    expect(await ended).toEqual({ code: 0, out: 'open\nclosed\n', error: '' });
  });

  it('ends on a signal while it is still starting', async () => {
    const { child, ended } = start(
      `await run(async () => { say('opening'); await new Promise(() => undefined); });`,
    );
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, out: 'opening\n', error: '' });
  });

  it('ends with 78 and one sentence where it cannot start', async () => {
    const { ended } = start(`await run(async () => { throw new StartError('Set PORT to another.'); });`);
    expect(await ended).toEqual({ code: 78, out: '', error: 'Set PORT to another.\n' });
  });

  it('ends as a crash where something else goes wrong', async () => {
    const { ended } = start(`await run(async () => { throw new TypeError('a mistake of ours'); });`);
    const { code, error } = await ended;
    expect(code).toBe(1);
    expect(error).toContain('TypeError: a mistake of ours');
  });

  it.each([
    ['a rejection', `void Promise.reject(new TypeError('nobody caught this'));`, 'unhandledRejection'],
    ['an error', `setImmediate(() => { throw new TypeError('nobody caught this'); });`, 'uncaughtException'],
  ])('ends with a line in the log on %s that nobody caught', async (_, mistake, origin) => {
    const { ended } = start(
      `createLogger('desk', 'info'); await run(async () => { ${mistake} return () => {}; });`,
    );
    const { code, out } = await ended;
    expect(code).toBe(1);
    const line = JSON.parse(out) as object;
    expect(line).toMatchObject({
      level: 60,
      service: 'desk',
      origin,
      err: { message: 'nobody caught this' },
    });
  });
});
