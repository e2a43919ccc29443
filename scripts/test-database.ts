import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { findProgram, installPackage } from './machine.ts';

/** A MySQL-compatible server for tests. */
export type TestServer = { readonly url: string; stop(): Promise<void> };

/**
 * Finds a server: the one that TEST_DATABASE_URL names, one that runs here without a password, or a private one of
 * Debian's MariaDB, installed if need be; undefined where none of that can be had.
 */
export async function testServer(): Promise<TestServer | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  const url = given ?? 'mysql://root@127.0.0.1:3306/test';
  if (await answers(url)) return { url, stop: () => Promise.resolve() };
  if (given !== undefined) throw new Error(`TEST_DATABASE_URL: no server answers at ${new URL(given).host}`);
  if (!hasMariadb()) installPackage('mariadb-server');
  return hasMariadb() ? startMariadb() : undefined;
}

/** Whether servers of our own can be started. */
export function hasMariadb(): boolean {
  return findProgram('mariadbd') !== undefined;
}

/** Starts an empty server of our own, without a password. */
export async function startMariadb(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'campus-desk-mariadb-'));
  const options = ['--no-defaults', `--datadir=${folder}/data`, '--user=root'];
  execFileSync('mariadb-install-db', [...options, '--auth-root-authentication-method=normal'], {
    stdio: 'ignore',
  });
  const port = await freePort();
  const server = spawn(
    String(findProgram('mariadbd')),
    [
      ...options,
      `--port=${port}`,
      `--socket=${folder}/socket`,
      `--pid-file=${folder}/pid`,
      '--bind-address=127.0.0.1',
    ],
    { stdio: 'ignore' },
  );
  const url = `mysql://root@127.0.0.1:${port}/test`;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await answers(url)) return { url, stop };
    await delay(200);
  }
  await stop();
  throw new Error('the private MariaDB did not answer within 20 seconds');
}

async function answers(url: string): Promise<boolean> {
  const server = new URL(url);
  server.pathname = '';
  try {
    const connection = await createConnection({ uri: server.href, connectTimeout: 2_000 });
    await connection.end();
    return true;
  } catch {
    // Whatever the reason, this server is not one for our tests.
    return false;
  }
}

/** A TCP port of the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
