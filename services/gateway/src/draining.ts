import type { Server, ServerResponse } from 'node:http';

/**
 * Prepares a server to let its connections go without losing a request: once the function that it answers is called,
 * each answer says that its connection closes, so whoever keeps connections sends nothing more by it.
 */
export function drainable(server: Server): () => void {
  const running = new Set<ServerResponse>();
  let isDraining = false;
  // Before whoever answers.
  server.prependListener('request', (_, response) => {
    if (isDraining) return letGo(response);
    running.add(response);
    response.once('close', () => running.delete(response));
  });
  return () => {
    isDraining = true;
    running.forEach(letGo);
  };
}

function letGo(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
