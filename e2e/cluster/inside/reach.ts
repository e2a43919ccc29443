// Tries to connect to each HOST:PORT of a list on standard input; writes those that took the connection, as JSON.
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';

/** For how long is tried, in milliseconds. */
const patience = 3_000;

function isOpen(target: string): Promise<boolean> {
  const [host, port] = target.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host: String(host), port: Number(port), timeout: patience });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.on('connect', () => end(true));
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
  });
}

const targets = (await json(process.stdin)) as string[];
const answers = await Promise.all(targets.map(isOpen));
process.stdout.write(JSON.stringify(targets.filter((_, i) => answers[i])));
