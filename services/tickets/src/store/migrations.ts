import { CreateDesk1760000000000 } from './migrations/1760000000000-create-desk.ts';

/** Every migration, the oldest first. */
export const migrations = [CreateDesk1760000000000];
