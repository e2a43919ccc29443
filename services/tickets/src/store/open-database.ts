import type { Database } from './database.ts';
import { openEmbedded } from './embedded-database.ts';
import { openMysql } from './mysql-database.ts';

/** Opens the database that the environment names. @throws StartError when it cannot be used */
export function openDatabase(config: {
  DATABASE_URL?: string | undefined;
  DATA_DIR: string;
}): Promise<Database> {
  return config.DATABASE_URL === undefined ? openEmbedded(config.DATA_DIR) : openMysql(config.DATABASE_URL);
}
