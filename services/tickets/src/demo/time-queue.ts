type Entry<T> = { readonly at: number; readonly order: number; readonly item: T };

/** What is to come, the earliest first: a binary heap. What was added first goes first where times are equal. */
export class TimeQueue<T> {
  readonly #heap: Entry<T>[] = [];
  #added = 0;

  /** Puts something in for a time. */
  add(at: number, item: T): void {
    const heap = this.#heap;
    const entry = { at, order: this.#added++, item };
    let place = heap.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = entry;
  }

  /** Takes the earliest out if its time lies before another. */
  takeBefore(at: number): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.at >= at) return undefined;
    const last = heap.pop()!;
    if (last !== first) this.#sink(last);
    return first.item;
  }

  #sink(entry: Entry<T>): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, entry)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = entry;
  }
}

function isBefore(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
