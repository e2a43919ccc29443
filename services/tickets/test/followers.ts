import type { Database } from '../src/store/database.ts';
import type { LoggedChange } from '../src/store/log-read.ts';
import { LogTail } from '../src/store/log-tail.ts';

/** A follower of the log as each stream is one, and all that it was told. */
export type Follower = { readonly changes: LoggedChange[]; stop(): Promise<void> };

/** Starts a tail as each replica has one. */
export async function tailOf(database: Database): Promise<LogTail> {
  const tail = new LogTail(database);
  await tail.start((error) => {
    throw error;
  });
  return tail;
}

/** Follows a log from a revision on. */
export function follow(tail: LogTail, revision = 0): Follower {
  const stopped = new AbortController();
  const changes: LoggedChange[] = [];
  const following = (async () => {
    for await (const step of tail.after(revision, stopped.signal)) changes.push(...step.changes);
  })();
  return {
    changes,
    async stop() {
      stopped.abort();
      await following;
    },
  };
}
