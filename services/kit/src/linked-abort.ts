/** A signal that aborts along with others. */
export type LinkedAbort = {
  readonly signal: AbortSignal;
  /** Aborts the signal alone, not those it goes along with. */
  readonly abort: () => void;
  /** Lets the others go: to be called once the signal is of no more use. */
  readonly release: () => void;
};

/** Makes a signal that aborts along with others. AbortSignal.any leaves some kB behind at those that live long. */
export function linkedAbort(...sources: readonly AbortSignal[]): LinkedAbort {
  const controller = new AbortController();
  const release = () => {
    for (const source of sources) source.removeEventListener('abort', abort);
  };
  const abort = () => {
    release();
    controller.abort(sources.find(({ aborted }) => aborted)?.reason);
  };
  for (const source of sources) source.addEventListener('abort', abort);
  if (sources.some(({ aborted }) => aborted)) abort();
  return { signal: controller.signal, abort, release };
}
