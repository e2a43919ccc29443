import { LessThan } from 'typeorm';
import type { Database } from './database.ts';
import { RequestEntity } from './entities.ts';

/** How long a request id is remembered, in milliseconds. */
const memory = 24 * 60 * 60 * 1000;

/** How often those too old are forgotten, in milliseconds. */
const interval = 60 * 60 * 1000;

/** Forgets the request ids of more than 24 hours ago, now and every hour; answers what ends that. */
export function forgetRequests(database: Database, onError: (error: unknown) => void): () => void {
  const forget = () => {
    database
      .write((manager) => manager.delete(RequestEntity, { at: LessThan(Date.now() - memory) }))
      .catch(onError);
  };
  forget();
  const timer = setInterval(forget, interval);
  return () => clearInterval(timer);
}
