import { effect, inject, Injector, signal, untracked, type Signal } from '@angular/core';
import { BackOff, pause } from './back-off';
import { isCanceled, toFailure, type Failure } from './failure';
import { PageVisible } from './page-visible';

/** How a stream is doing: being opened, delivering, cut off and trying again, or resting while nobody looks. */
export type StreamState = 'connecting' | 'live' | 'reconnecting' | 'paused';

export type StreamSource<T> = {
  /** Opens the stream where the last one ended. */
  open(signal: AbortSignal): AsyncIterable<T>;
  receive(item: T): void;
  /** Called on each failure; true stops trying. */
  refuse?(failure: Failure): boolean;
};

export type Stream = {
  readonly state: Signal<StreamState>;
  close(): void;
};

/** A stream that says nothing for longer than this is dead: heartbeats come every 15 seconds. */
const SILENCE_MS = 40_000;

/** Follows a server's stream for as long as the page is visible, and comes back by itself when it is cut off. */
export function followStream<T>(source: StreamSource<T>, injector = inject(Injector)): Stream {
  const state = signal<StreamState>('connecting');
  const pageVisible = injector.get(PageVisible);
  const watching = effect(
    (onCleanup) => {
      if (!pageVisible.visible()) {
        state.set('paused');
        return;
      }
      const ending = new AbortController();
      onCleanup(() => ending.abort());
      untracked(() => void keepOpen(source, state.set.bind(state), ending.signal));
    },
    { injector, manualCleanup: true },
  );
  return { state: state.asReadonly(), close: () => watching.destroy() };
}

async function keepOpen<T>(source: StreamSource<T>, tell: (state: StreamState) => void, ending: AbortSignal) {
  const backOff = new BackOff();
  const ended = () => ending.aborted;
  tell('connecting');
  while (!ended()) {
    const failure = await readOnce(source, ending, () => {
      backOff.reset();
      tell('live');
    });
    if (ended() || (failure && source.refuse?.(failure))) {
      return;
    }
    tell('reconnecting');
    await pause(backOff.nextMs(), ending);
  }
}

async function readOnce<T>(
  source: StreamSource<T>,
  ending: AbortSignal,
  received: () => void,
): Promise<Failure | undefined> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    for await (const item of source.open(AbortSignal.any([ending, silence.signal]))) {
      if (ending.aborted) {
        return undefined;
      }
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      received();
      source.receive(item);
    }
    return undefined;
  } catch (error) {
    return isCanceled(error) ? undefined : toFailure(error);
  } finally {
    clearTimeout(timer);
  }
}
