import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  FollowResponseSchema,
  type FeedChange,
  type Snapshot,
} from '@campus-desk/contract/campus/tickets/v1/feed';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FeedReader } from './feed-reader.ts';
import type { ReadModel } from './read-model.ts';

/** A model that only remembers what it took in. */
class Numbers implements ReadModel {
  readonly seen: bigint[] = [];
  add({ unclosed }: Snapshot): void {
    this.seen.push(...(unclosed?.ids ?? []));
  }
  apply({ ticketId }: FeedChange): void {
    if (ticketId === 666n) throw new Error('cannot take that');
    this.seen.push(ticketId);
  }
}

type FollowStep = Exclude<MessageInitShape<typeof FollowResponseSchema>, { $typeName: string }>;

let reader: FeedReader<Numbers>;

const take = (step: NonNullable<FollowStep['step']>) => reader.take(create(FollowResponseSchema, { step }));
const snapshot = (revision: bigint, ids: bigint[], complete: boolean, logId = 'log') =>
  take({
    case: 'snapshot',
    value: { revision, logId, timeZone: 'Europe/Rome', unclosed: { ids }, complete },
  });
const changes = (revision: bigint, ...ticketIds: bigint[]) =>
  take({
    case: 'changes',
    value: {
      revision,
      changes: ticketIds.map((ticketId, index) => ({
        revision: revision - BigInt(ticketIds.length - 1 - index),
        ticketId,
      })),
    },
  });
const heartbeat = (revision: bigint) => take({ case: 'heartbeat', value: { revision } });

/** What the model has seen; undefined while there is no picture. */
const seen = () => reader.picture?.model.seen;

beforeEach(() => {
  reader = new FeedReader(() => new Numbers());
});

describe('a reader of the feed', () => {
  it('has no picture before the last part of the first snapshot', () => {
    expect(reader.picture).toBeUndefined();
    expect(reader.resume()).toEqual({ logId: '', afterRevision: 0n });
    snapshot(5n, [1n, 2n], false);
    expect(reader.picture).toBeUndefined();
    snapshot(5n, [3n], true);
    expect(reader.picture).toMatchObject({ revision: 5n, calendar: { timeZone: 'Europe/Rome' } });
    expect(seen()).toEqual([1n, 2n, 3n]);
  });

  it('takes in changes, and moves on with heartbeats', () => {
    snapshot(5n, [1n], true);
    changes(7n, 2n, 3n);
    expect(seen()).toEqual([1n, 2n, 3n]);
    expect(reader.picture?.revision).toBe(7n);
    changes(9n);
    heartbeat(12n);
    expect(seen()).toEqual([1n, 2n, 3n]);
    expect(reader.picture?.revision).toBe(12n);
  });

  it('knows which revision last changed its model', () => {
    snapshot(5n, [1n], true);
    expect(reader.picture).toMatchObject({ revision: 5n, changedAt: 5n });
    changes(7n, 2n, 3n);
    changes(8n);
    heartbeat(9n);
    expect(reader.picture).toMatchObject({ revision: 9n, changedAt: 7n });
    snapshot(3n, [1n], true, 'another');
    expect(reader.picture).toMatchObject({ revision: 3n, changedAt: 3n });
  });

  it('has no picture while it is cut, and goes on from where it was', () => {
    snapshot(5n, [1n], true);
    changes(6n, 2n);
    reader.cut();
    expect(reader.picture).toBeUndefined();
    expect(reader.resume()).toEqual({ logId: 'log', afterRevision: 6n });
    heartbeat(6n);
    expect(seen()).toEqual([1n, 2n]);
    changes(7n, 3n);
    expect(seen()).toEqual([1n, 2n, 3n]);
  });

  it('replaces its model by another log only when that is complete', () => {
    snapshot(9n, [1n], true);
    reader.cut();
    reader.resume();
    snapshot(3n, [7n], false, 'another');
    expect(reader.picture).toBeUndefined();
    expect(reader.resume()).toEqual({ logId: 'log', afterRevision: 9n });
    snapshot(3n, [7n], false, 'another');
    snapshot(3n, [8n], true, 'another');
    expect(seen()).toEqual([7n, 8n]);
    expect(reader.picture?.revision).toBe(3n);
    expect(reader.resume()).toEqual({ logId: 'another', afterRevision: 3n });
  });

  it('begins half a snapshot anew', () => {
    snapshot(5n, [1n], false);
    reader.cut();
    reader.resume();
    snapshot(6n, [1n, 2n], true);
    expect(seen()).toEqual([1n, 2n]);
  });

  it('asks for a new picture when a change cannot be taken in', () => {
    snapshot(5n, [1n], true);
    expect(() => changes(8n, 2n, 3n, 666n)).toThrow('cannot take that');
    expect(reader.picture).toBeUndefined();
    expect(reader.resume()).toEqual({ logId: '', afterRevision: 0n });
    snapshot(9n, [1n, 2n, 3n], true);
    expect(reader.picture?.revision).toBe(9n);
  });

  it('has no picture after the program was held, until it has followed the feed anew', () => {
    jest.useFakeTimers();
    snapshot(5n, [1n], true);
    const run = (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        jest.advanceTimersByTime(1_000);
        reader.beat();
      }
    };
    run(60);
    expect(reader.picture).toMatchObject({ revision: 5n });
    jest.advanceTimersByTime(3_001);
    expect(reader.picture).toBeUndefined();
    run(2);
    expect(reader.wasHeld).toBe(true);
    expect(() => changes(6n, 2n)).toThrow('held');
    expect(reader.patience).toBe(5_000);
    reader.cut();
    expect(reader.resume()).toEqual({ logId: 'log', afterRevision: 5n });
    changes(9n, 2n);
    expect(seen()).toEqual([1n, 2n]);
    jest.useRealTimers();
  });

  it('is in no hurry as long as it has no picture', () => {
    jest.useFakeTimers();
    snapshot(5n, [1n], false);
    jest.advanceTimersByTime(60_000);
    snapshot(5n, [2n], true);
    expect(seen()).toEqual([1n, 2n]);
    jest.useRealTimers();
  });

  it('tells those who wait of every step and of a cut', async () => {
    let told = 0;
    const steps = [
      () => snapshot(5n, [], true),
      () => changes(6n, 1n),
      () => heartbeat(6n),
      () => reader.cut(),
    ];
    for (const step of steps) {
      const moved = reader.moved.then(() => told++);
      step();
      await moved;
    }
    expect(told).toBe(steps.length);
    let isMoved = false;
    void reader.moved.then(() => (isMoved = true));
    take({ case: undefined });
    snapshot(7n, [], false);
    await Promise.resolve();
    expect(isMoved).toBe(false);
  });
});
