/** Waits for something that becomes true by itself; fails by the test's own time limit, with what it waited for. */
export async function eventually(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (!isTrue()) {
    if (Date.now() > deadline) {
      throw new Error(`This never became true: ${isTrue.toString()}`);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
