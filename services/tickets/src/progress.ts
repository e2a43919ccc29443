/** How often progress is told, in milliseconds. */
const interval = 2_000;

/**
 * Tells how far long work is: how much is done, of how much if that is known, and how much a second.
 * @param what is done, in the plural
 * @param tell told a sentence every two seconds at most
 */
export function progress(
  what: string,
  tell: (sentence: string) => void,
  all?: number,
): (done: number) => void {
  const start = performance.now();
  let told = start;
  return (done) => {
    const now = performance.now();
    if (now - told < interval) return;
    told = now;
    const rate = Math.round((done * 1_000) / (now - start)).toLocaleString('en');
    const share =
      all === undefined ? '' : ` of ${all.toLocaleString('en')} (${Math.floor((100 * done) / all)} %)`;
    tell(`${done.toLocaleString('en')}${share} ${what}, ${rate} a second`);
  };
}
