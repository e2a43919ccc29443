import { createPool, type Pool } from 'mysql2/promise';
import { random } from './reports.ts';

/** What the database does without the desk, on as many connections as clients. */
export type DatabaseFloor = {
  readonly operations: readonly { readonly name: string; call(): Promise<void> }[];
  close(): Promise<void>;
};

const rows = 1_000;
const text = 'x'.repeat(200);

/** Makes tables for it in a database. */
export async function openDatabaseFloor(url: string, clients: number): Promise<DatabaseFloor> {
  const pool = createPool({ uri: url, connectionLimit: clients });
  await pool.query('CREATE TABLE IF NOT EXISTS floor_head (id INT PRIMARY KEY, revision BIGINT NOT NULL)');
  await pool.query(
    'CREATE TABLE IF NOT EXISTS floor_row (id BIGINT AUTO_INCREMENT PRIMARY KEY, body TEXT NOT NULL)',
  );
  await pool.query('INSERT IGNORE INTO floor_head VALUES (1, 0)');
  await pool.query('INSERT INTO floor_row (body) VALUES ?', [Array.from({ length: rows }, () => [text])]);
  return {
    operations: [
      {
        name: 'one row by its key',
        async call() {
          await pool.execute('SELECT * FROM floor_row WHERE id = ?', [1 + random(rows)]);
        },
      },
      { name: 'lock a row, insert two, commit', call: () => transact(pool) },
    ],
    close: () => pool.end(),
  };
}

async function transact(pool: Pool): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.execute('UPDATE floor_head SET revision = revision + 1 WHERE id = 1');
    for (let row = 0; row < 2; row++)
      await connection.execute('INSERT INTO floor_row (body) VALUES (?)', [text]);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
