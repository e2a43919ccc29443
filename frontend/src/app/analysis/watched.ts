import { computed, effect, inject, Injector, signal, untracked, type Signal } from '@angular/core';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type { Failure } from '../api/failure';
import { OwnWrites } from '../api/own-writes';
import { readShared } from '../api/shared-stream';
import { followStream, type StreamState } from '../api/stream';

/** What every analysis says beside its numbers. */
export type Answer = {
  readonly revision: bigint;
  readonly asOf?: Timestamp | undefined;
};

export type Watched<T extends Answer> = {
  readonly answer: Signal<T | undefined>;
  readonly state: Signal<StreamState>;
  /** Why there is no answer; the last one, if there was one, stays. */
  readonly failure: Signal<Failure | undefined>;
};

/**
 * Follows an analysis, anew whenever the question changes. The last answer stays until the next one is there. All tabs
 * that ask the same share one stream.
 */
export function watchAnswer<Q, T extends Answer>(
  analysis: string,
  question: () => Q,
  open: (
    question: Q & { minRevision?: bigint },
    signal: AbortSignal,
  ) => AsyncIterable<{ answer?: T | undefined }>,
): Watched<T> {
  const injector = inject(Injector);
  const ownWrites = inject(OwnWrites);
  const answer = signal<T | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  const stream = signal<Signal<StreamState> | undefined>(undefined);
  effect((onCleanup) => {
    const asked = question();
    untracked(() => {
      failure.set(undefined);
      const minRevision = ownWrites.revision;
      const source = {
        name: `campus-desk.${analysis}.${JSON.stringify(asked, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
        open: (_: bigint, abort: AbortSignal) =>
          open({ ...asked, ...(minRevision > 0n && { minRevision }) }, abort),
        // Each answer says everything: who joins needs the last one, whichever it knew.
        revisionOf: () => 0n,
        kept: 1,
      };
      const following = followStream<{ answer?: T | undefined }>(
        {
          open: (abort) => readShared(source, 0n, abort),
          receive: (item) => {
            failure.set(undefined);
            // Another tab may have been told what has not counted yet what was done here.
            if ((item.answer?.revision ?? 0n) >= minRevision) {
              answer.set(item.answer);
            }
          },
          refuse: (problem) => {
            failure.set(problem);
            return false;
          },
        },
        injector,
      );
      stream.set(following.state);
      onCleanup(() => following.close());
    });
  });
  return {
    answer: answer.asReadonly(),
    failure: failure.asReadonly(),
    state: computed(() => stream()?.() ?? 'connecting'),
  };
}
