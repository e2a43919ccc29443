/**
 * Waits for a promise to be fulfilled: at most so many milliseconds, and only until the signal aborts, if there is one. Tells whether
 * it was.
 */
export async function settledWithin(
  promise: Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const waited = Promise.withResolvers<boolean>();
  const giveUp = () => waited.resolve(false);
  const timer = setTimeout(giveUp, ms);
  signal?.addEventListener('abort', giveUp);
  if (signal?.aborted === true) giveUp();
  promise.then(() => waited.resolve(true), waited.reject);
  try {
    return await waited.promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}
