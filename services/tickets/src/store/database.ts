import type { EntityManager } from 'typeorm';

/** Work to be done in one transaction. */
export type Work<T> = (manager: EntityManager) => Promise<T>;

/** The database of the desk, whichever engine it is. */
export type Database = {
  /** Runs work that may write in one transaction. */
  write<T>(work: Work<T>): Promise<T>;
  /** Runs work that sees one consistent picture. */
  read<T>(work: Work<T>): Promise<T>;
  /** The same for work that tells what it reads bit by bit; however slowly it is heard, nobody waits for it. */
  stream<T>(work: (manager: EntityManager) => AsyncIterable<T>): AsyncGenerator<T>;
  /**
   * Brings the tables up to this version of the desk; of several who ask at once, one does. Answers the migrations by
   * which a newer version has expanded the tables.
   * @throws StartError when a newer version has changed the tables so that this one cannot use them
   */
  migrate(): Promise<readonly string[]>;
  /**
   * Makes sure that this version of the desk can use the tables: they are up to date, or a newer version has only
   * expanded them.
   * @throws NotYetError when they are of an older version; StartError as `migrate` does
   */
  requireCurrent(): Promise<void>;
  close(): Promise<void>;
};
