import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way between browsers and a desk, which a test can disturb. */
export type Line = {
  readonly url: string;
  /** The paths that were asked for, in their order. */
  readonly asked: readonly string[];
  /** From now on answers a path in the desk's place; undefined leaves it to the desk again. */
  answer(
    path: string,
    handler: ((request: IncomingMessage, response: ServerResponse) => void) | undefined,
  ): void;
  /** Passes the next request for a path on, and loses its answer; settles when the desk has given it. */
  loseAnswer(path: string): Promise<void>;
  close(): Promise<void>;
};

/** Lays a line to a desk. Browsers take it for the desk itself. */
export async function layLine(desk: string): Promise<Line> {
  const asked: string[] = [];
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const losses = new Map<string, () => void>();
  const server = createServer((request, response) => {
    const path = String(request.url).split('?', 1)[0]!;
    asked.push(path);
    const handler = handlers.get(path);
    if (handler) return handler(request, response);
    const lost = losses.get(path);
    losses.delete(path);
    const { method, headers } = request;
    const passed = ask(new URL(String(request.url), desk), { method, headers }, (answer) => {
      if (lost) {
        answer.resume().once('end', lost);
        return;
      }
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    passed.once('error', () => response.destroy());
    response.once('close', () => passed.destroy());
    request.pipe(passed);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    answer(path, handler) {
      if (handler) handlers.set(path, handler);
      else handlers.delete(path);
    },
    loseAnswer: (path) => new Promise((resolve) => losses.set(path, resolve)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
