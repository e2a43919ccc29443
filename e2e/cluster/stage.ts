import type { Caller } from './caller.ts';
import type { Cluster } from './cluster.ts';
import type { Namespaces } from './namespaces.ts';
import type { Release } from './release.ts';
import type { Settings } from './settings.ts';

/** What the steps work with. */
export type Stage = {
  readonly settings: Settings;
  readonly cluster: Cluster;
  readonly namespaces: Namespaces;
  /** The desk that is operated: each service once, after each step again. */
  readonly desk: Release;
  /** A pod that may call it. */
  readonly caller: Caller;
};

/** One thing that an operator does; it checks what it sees. */
export type Step = (stage: Stage) => Promise<void>;
