/** A tab that the system has put to sleep keeps its turn: longer than a call may take nobody waits for it. */
const PATIENCE_MS = 15_000;

/**
 * Does something unless another tab is doing it: then it waits until that is done and leaves it at that, since what the
 * other one changed takes a moment to be seen here. Only a courtesy between tabs: browsers have no locks where the page is
 * served without TLS, so what is done has to bear being done twice.
 */
export async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  // The types promise locks; a page without TLS has none.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) {
    return work();
  }
  const done = await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) {
      await work();
    }
    return lock !== null;
  });
  if (!done) {
    const patience = { signal: AbortSignal.timeout(PATIENCE_MS) };
    const othersDone = await locks.request(name, patience, () => true).catch(() => false);
    if (!othersDone) {
      await work();
    }
  }
}
