import { serverConfig } from '@campus-desk/kit/config';
import { z } from 'zod';
import { MysqlUrlError, parseMysqlUrl } from './store/mysql-url.ts';

const databaseUrl = z.string().superRefine((url, context) => {
  try {
    parseMysqlUrl(url);
  } catch (error) {
    if (!(error instanceof MysqlUrlError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});

/** Where the tickets are kept. */
export const databaseConfig = {
  /** A MySQL-compatible server, or several of which one takes writes; without it the embedded database serves. */
  DATABASE_URL: databaseUrl.optional(),
  /** The file that holds the password for DATABASE_URL. */
  DATABASE_PASSWORD_FILE: z.string().optional(),
  /** The folder of the embedded database. */
  DATA_DIR: z.string().default('.data'),
};

/** The time zone whose months and days are those of the campus. */
export const timeZoneConfig = {
  CAMPUS_TIME_ZONE: z
    .string()
    .refine((zone) => {
      try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return true;
      } catch {
        return false;
      }
    }, 'must be a time zone such as Europe/Rome')
    .default('UTC'),
};

/** What the ticket service reads from the environment. */
export const ticketsConfig = { ...serverConfig, ...databaseConfig, ...timeZoneConfig };
