import { toJsonString } from '@bufbuild/protobuf';
import { methodPath } from '@campus-desk/kit/service-definition';
import { Agent, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Path } from './path.ts';

/** Connect with JSON through the gateway, as a shell would; each client keeps a connection. */
export function gatewayPath(address: string): Path {
  const agent = new Agent({ keepAlive: true });
  const send = async (method: string, path: string, body: string): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const request = httpRequest(
      `http://${address}${path}`,
      { agent, method, headers: { 'content-type': 'application/json' } },
      (response) => {
        text(response).then(
          (answer) => (response.statusCode === 200 ? resolve() : reject(new Error(codeOf(answer)))),
          reject,
        );
      },
    );
    request.once('error', reject);
    request.end(body);
    await promise;
  };
  return {
    name: 'gateway',
    call: (method, request) => send('POST', methodPath(method), toJsonString(method.input, request)),
    empty: () => send('GET', '/healthz', ''),
    close: () => agent.destroy(),
  };
}

function codeOf(answer: string): string {
  return String((JSON.parse(answer) as { code?: string }).code).toUpperCase();
}
