const began = performance.now();

/** Says what is being done on standard error, with the minutes and seconds since the start; the tables go to standard output. */
export function say(text: string): void {
  const seconds = Math.floor((performance.now() - began) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stderr.write(`[${clock}] ${text}\n`);
}
