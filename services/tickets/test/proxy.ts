import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to a server that can be opened and closed. */
export type Proxy = { open(): Promise<void>; close(): Promise<void> };

/** Makes a way from a local port to a server; closed at first. */
export function proxyTo(host: string, to: number, port: number): Proxy {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  return {
    async open() {
      server = createServer((socket) => {
        const onward = connect({ host, port: to });
        for (const [from, into] of [
          [socket, onward],
          [onward, socket],
        ] as const) {
          sockets.add(from);
          from.on('error', () => into.destroy());
          from.on('close', () => into.destroy());
          from.pipe(into);
        }
      }).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async close() {
      const closed = new Promise<void>((resolve) => server?.close(() => resolve()) ?? resolve());
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
