/** A signal that aborts along with others. */
export type LinkedAbort = {
  readonly signal: AbortSignal;
  /** Aborts the signal alone, not those it goes along with. To make a reason takes time: who aborts often gives one. */
  readonly abort: (reason?: unknown) => void;
  /** Lets the others go: to be called once the signal is of no more use. */
  readonly release: () => void;
};

/** Makes a signal that aborts along with others. AbortSignal.any leaves some kB behind at those that live long. */
export function linkedAbort(...sources: readonly AbortSignal[]): LinkedAbort {
  const controller = new AbortController();
  const release = () => {
    for (const source of sources) source.removeEventListener('abort', follow);
  };
  const abort = (reason?: unknown) => {
    release();
    controller.abort(reason);
  };
  const follow = () => abort(sources.find(({ aborted }) => aborted)?.reason);
  for (const source of sources) source.addEventListener('abort', follow);
  if (sources.some(({ aborted }) => aborted)) follow();
  return { signal: controller.signal, abort, release };
}
