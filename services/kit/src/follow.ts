import { linkedAbort } from './linked-abort.ts';
import { settledWithin } from './settled-within.ts';

/** The first and the longest pause before a stream is opened again, in milliseconds. */
const pauses = { first: 100, longest: 5_000 };

type Options<Step> = {
  /** Opens the stream from where its reader is; must end when the signal aborts. */
  readonly open: (signal: AbortSignal) => AsyncIterable<Step>;
  /** Takes each step in. If it throws, the stream is opened again. */
  readonly take: (step: Step) => void;
  /** Told of each end of the stream but the last. */
  readonly cut: (error: unknown) => void;
  /** The silence after which a stream counts as dead, in milliseconds. */
  readonly silence: number;
  /** Ends following. */
  readonly signal: AbortSignal;
};

/** Follows a stream for as long as the program runs: opens it again, ever more slowly, whenever it ends or is silent. */
export async function follow<Step>({ open, take, cut, silence, signal }: Options<Step>): Promise<void> {
  let pause = pauses.first;
  while (!signal.aborted) {
    const opened = linkedAbort(signal);
    const giveUp = () => opened.abort();
    let alarm = setTimeout(giveUp, silence);
    try {
      for await (const step of open(opened.signal)) {
        clearTimeout(alarm);
        alarm = setTimeout(giveUp, silence);
        take(step);
        pause = pauses.first;
      }
      throw new Error(opened.signal.aborted ? `silent for ${silence} ms` : 'the stream ended');
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been aborted meanwhile
      if (signal.aborted) return;
      cut(error);
    } finally {
      clearTimeout(alarm);
      opened.release();
    }
    // Not all at once: many readers lose the same server in the same moment.
    await settledWithin(new Promise(() => undefined), pause * (0.5 + Math.random()), signal);
    pause = Math.min(pause * 2, pauses.longest);
  }
}
