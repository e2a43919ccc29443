import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Options = { readonly readonly: boolean; readonly timeout: number };

/**
 * Node's built-in SQLite behind the few methods of better-sqlite3 that TypeORM's driver calls, so that the embedded
 * database needs no native module.
 */
export class NodeSqlite {
  readonly #database: DatabaseSync;

  constructor(path: string, { readonly, timeout }: Options) {
    this.#database = new DatabaseSync(path, { readOnly: readonly, timeout });
  }

  prepare(sql: string) {
    const statement = this.#database.prepare(sql);
    return {
      /** Whether the statement answers rows. */
      reader: statement.columns().length > 0,
      all: (...values: SQLInputValue[]) => statement.all(...values),
      run: (...values: SQLInputValue[]) => statement.run(...values),
    };
  }

  /** Sets something, or answers the rows that describe it. */
  pragma(pragma: string) {
    return this.#database.prepare(`PRAGMA ${pragma}`).all();
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  close(): void {
    this.#database.close();
  }
}
