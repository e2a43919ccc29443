import { StartError } from '@campus-desk/kit/config';
import { readFile } from 'node:fs/promises';
import type { MysqlUrl } from './mysql-url.ts';
import { UnreachableError } from './unreachable-error.ts';

/** Reads the password of the database as it is now; empty when there is none. @throws UnreachableError */
export type ReadPassword = () => Promise<string>;

/**
 * Finds the password: in the URL, or in a file, which is read anew each time, so that it can be exchanged. One line
 * break at the file's end does not belong to it.
 * @throws StartError when it is in both places, or the file cannot be read
 */
export async function passwordOf({ password }: MysqlUrl, file: string | undefined): Promise<ReadPassword> {
  if (file === undefined) return () => Promise.resolve(password);
  if (password !== '')
    throw new StartError(
      'There is a password in DATABASE_URL and another in DATABASE_PASSWORD_FILE: give one.',
    );
  const read = () => readPasswordFile(file);
  await read().catch((error: unknown) => {
    throw new StartError((error as Error).message);
  });
  return read;
}

async function readPasswordFile(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UnreachableError(`DATABASE_PASSWORD_FILE cannot be read: ${(error as Error).message}.`);
  });
  const password = text.replace(/\r?\n$/u, '');
  if (password === '') throw new UnreachableError(`DATABASE_PASSWORD_FILE is empty: ${file}.`);
  return password;
}
