import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { GroupMember, Member } from './member.ts';

/** How long a server may take to tell what it is, in milliseconds. */
const patience = 5_000;

type ReadOnly = { readonly readOnly: number | string };
type Asker = Pick<Connection, 'query'>;

/** Asks a server whether it is of a replication group. */
export async function isGrouped(connection: Asker): Promise<boolean> {
  const [row] = await ask<{ readonly plugins: number | string }>(
    connection,
    `SELECT COUNT(*) AS plugins FROM information_schema.plugins
     WHERE plugin_name = 'group_replication' AND plugin_status = 'ACTIVE'`,
  );
  return row !== undefined && Number(row.plugins) > 0;
}

/**
 * Asks a server what it is now.
 * @param grouped whether it is of a replication group; then the user must be allowed to read
 * `performance_schema.replication_group_members`
 */
export async function askMember(connection: Asker, grouped: boolean): Promise<Member> {
  if (!grouped) {
    const rows = await ask<ReadOnly>(connection, 'SELECT @@global.read_only AS readOnly');
    return { readOnly: rows.some(isReadOnly), group: undefined };
  }
  const rows = await ask<ReadOnly & Omit<GroupMember, 'own'> & { own: number | string | null }>(
    connection,
    `SELECT member_id = @@server_uuid AS own, member_state AS state, member_role AS role,
     @@global.read_only AS readOnly FROM performance_schema.replication_group_members`,
  );
  return {
    readOnly: rows.some(isReadOnly),
    group: rows.map(({ own, state, role }) => ({ own: Number(own) === 1, state, role })),
  };
}

async function ask<Row>(connection: Asker, sql: string): Promise<readonly Row[]> {
  const [rows] = await connection.query<(RowDataPacket & Row)[]>({ sql, timeout: patience });
  return rows;
}

/** Servers tell it as a number, which some connections hand over as a string, or as a word. */
function isReadOnly({ readOnly }: ReadOnly): boolean {
  return Number(readOnly) !== 0 && readOnly !== 'OFF';
}
