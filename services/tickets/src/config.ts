import { serverConfig } from '@campus-desk/kit/config';
import { z } from 'zod';

const databaseUrl = z
  .string()
  .refine(isMysqlUrl, { error: 'must look like mysql://user:password@host:3306/name', abort: true })
  .refine(
    (url) => new URL(url).pathname.length > 1,
    'must end with the name of a database, as in /campus_desk',
  );

function isMysqlUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'mysql:' && url.hostname !== '';
}

/** Where the tickets are kept. */
export const databaseConfig = {
  /** A MySQL-compatible server; without it the embedded database serves. */
  DATABASE_URL: databaseUrl.optional(),
  /** The folder of the embedded database. */
  DATA_DIR: z.string().default('.data'),
};

/** The time zone whose months are the months of the campus. */
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
