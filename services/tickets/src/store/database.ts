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
  /** Brings the tables up to this version of the desk. @throws StartError as `requireCurrent` does */
  migrate(): Promise<void>;
  /** @throws StartError when the tables are of an older or newer version of the desk than this one. */
  requireCurrent(): Promise<void>;
  close(): Promise<void>;
};
