import { computed, effect, inject, Injector, signal, untracked, type Signal } from '@angular/core';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type { Failure } from '../api/failure';
import { OwnWrites } from '../api/own-writes';
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

/** Follows an analysis, anew whenever the question changes. The last answer stays until the next one is there. */
export function watchAnswer<Q, T extends Answer>(
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
      const following = followStream<{ answer?: T | undefined }>(
        {
          open: (abort) => open({ ...asked, ...(minRevision > 0n && { minRevision }) }, abort),
          receive: (item) => {
            failure.set(undefined);
            answer.set(item.answer);
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
