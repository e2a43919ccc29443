import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';

/** How many values one statement carries at most: SQLite takes 32,766. */
const valuesPerStatement = 32_000;

/**
 * Inserts rows, some thousands a statement. TypeORM's own insert takes several times as long to build a statement of
 * that many.
 */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  const { tableName, columns } = manager.dataSource.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName);
  const properties = columns.map(({ propertyName }) => propertyName);
  const tuples = rows.map((row) => properties.map((property) => plain(row[property])));
  await insertTuples(manager, tableName, names, tuples);
}

/** Does the same for a table that is no entity. @param tuples the values of each row, in the order of the columns */
export async function insertTuples(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  tuples: readonly (readonly unknown[])[],
): Promise<void> {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const rowsPerStatement = Math.floor(valuesPerStatement / columns.length);
  for (let start = 0; start < tuples.length; start += rowsPerStatement) {
    const some = tuples.slice(start, start + rowsPerStatement);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => row).join(', ')}`;
    await manager.query(sql, some.flat());
  }
}

/** JSON columns hold text. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
