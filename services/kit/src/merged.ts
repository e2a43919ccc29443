type Arrived<T> = { readonly source: AsyncGenerator<T>; readonly result: Promise<IteratorResult<T>> };

/**
 * What comes of any of several sources, in the order in which it comes. Each is asked for its next item once its last
 * one was taken. Ends, or fails, with the first of them; the others are told to end.
 */
export async function* merged<T>(...sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const arrived: Arrived<T>[] = [];
  let awaken = Promise.withResolvers<void>();
  const ask = (source: AsyncGenerator<T>) => {
    const result = source.next();
    const arrive = () => {
      arrived.push({ source, result });
      awaken.resolve();
    };
    result.then(arrive, arrive);
  };
  sources.forEach(ask);
  try {
    for (;;) {
      await awaken.promise;
      awaken = Promise.withResolvers();
      for (let next = arrived.shift(); next !== undefined; next = arrived.shift()) {
        const item = await next.result;
        if (item.done === true) return;
        yield item.value;
        ask(next.source);
      }
    }
  } finally {
    // Not waited for: a source that is being asked ends only when it has answered.
    for (const source of sources) source.return(undefined).catch(() => undefined);
  }
}
