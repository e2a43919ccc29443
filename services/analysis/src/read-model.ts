import type { FeedChange, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';

/** A picture of the desk, small enough for memory, folded from the feed. */
export type ReadModel = {
  /** Takes in a part of a snapshot. */
  add(part: Snapshot): void;
  /** Takes in a change after the snapshot. */
  apply(change: FeedChange): void;
};
