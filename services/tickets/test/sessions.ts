import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { TestDatabase } from './databases.ts';
import { until } from './until.ts';

/** Opens a connection of the test's own to a database on a MySQL server. */
export function connectTo({ environment }: TestDatabase): Promise<Connection> {
  return createConnection({ uri: environment.DATABASE_URL! });
}

/** Ends every other connection to the same database, as an administrator or a fail-over would. */
export async function killSessions(connection: Connection): Promise<number> {
  const [sessions] = await connection.query<RowDataPacket[]>(
    'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
  );
  let killed = 0;
  for (const { id, ID = id } of sessions)
    await connection.query(`KILL ${String(ID)}`).then(
      () => killed++,
      // It ended by itself meanwhile.
      () => undefined,
    );
  return killed;
}

/** Waits until a session in the same database has begun a statement that must wait for a lock. */
export function begins(connection: Connection, statement: string): Promise<void> {
  return until(async () => {
    const [running] = await connection.query<RowDataPacket[]>(
      'SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE ?',
      [`${statement}%`],
    );
    return running.length > 0;
  });
}
