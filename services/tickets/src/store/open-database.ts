import { StartError } from '@campus-desk/kit/config';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded-database.ts';
import { openMysql } from './mysql-database.ts';

/** Opens the database that the environment names. @throws NotYetError when it cannot be used now, or StartError */
export async function openDatabase(config: {
  DATABASE_URL?: string | undefined;
  DATABASE_PASSWORD_FILE?: string | undefined;
  DATA_DIR: string;
}): Promise<Database> {
  const { DATABASE_URL, DATABASE_PASSWORD_FILE, DATA_DIR } = config;
  if (DATABASE_URL !== undefined) return openMysql(DATABASE_URL, DATABASE_PASSWORD_FILE);
  if (DATABASE_PASSWORD_FILE !== undefined)
    throw new StartError('DATABASE_PASSWORD_FILE is of no use without DATABASE_URL.');
  return openEmbedded(DATA_DIR);
}
