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
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  const properties = columns.map(({ propertyName }) => propertyName);
  const row = `(${properties.map(() => '?').join(', ')})`;
  const rowsPerStatement = Math.floor(valuesPerStatement / properties.length);
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const some = rows.slice(start, start + rowsPerStatement);
    const values = some.flatMap((given) => properties.map((property) => plain(given[property])));
    const sql = `INSERT INTO ${tableName} (${names}) VALUES ${some.map(() => row).join(', ')}`;
    await manager.query(sql, values);
  }
}

/** JSON columns hold text. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
