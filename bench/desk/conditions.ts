import { cpus, loadavg, totalmem } from 'node:os';

/** Under which conditions the run goes: the machine, Node, and how busy the machine is at the moment. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} × ${processors[0]?.model}, ${memory} GB, Node ${process.version}`;
}

/** The load of the last minute and of the last five. */
export function load(): string {
  return loadavg()
    .slice(0, 2)
    .map((value) => value.toFixed(1))
    .join(' / ');
}
