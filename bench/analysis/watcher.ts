import { toJsonString, type DescMethod, type Message } from '@bufbuild/protobuf';
import { methodPath } from '@campus-desk/kit/service-definition';
import { request as httpRequest, type ClientRequest } from 'node:http';

/** Before each message of a Connect stream: a byte of flags and four of the length. */
const prefixLength = 5;

/** Follows an analysis through the gateway, as the page does, and notes when it had which revision. */
export class Watcher {
  /** What it was told, in its order: times as `performance.now()` has them. */
  readonly seen: { readonly revision: number; readonly at: number }[] = [];
  readonly #call: ClientRequest;
  #received = Buffer.alloc(0);

  constructor(address: string, method: DescMethod, request: Message) {
    const body = Buffer.from(toJsonString(method.input, request));
    const prefix = Buffer.alloc(prefixLength);
    prefix.writeUInt32BE(body.length, 1);
    this.#call = httpRequest(new URL(methodPath(method), `http://${address}`), {
      method: 'POST',
      headers: { 'content-type': 'application/connect+json', 'connect-protocol-version': '1' },
    });
    this.#call.once('response', (response) => response.on('data', (chunk: Buffer) => this.#take(chunk)));
    // A watcher that is cut sees nothing more, which is told.
    this.#call.on('error', () => undefined);
    this.#call.end(Buffer.concat([prefix, body]));
  }

  close(): void {
    this.#call.destroy();
  }

  #take(chunk: Buffer): void {
    const at = performance.now();
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      if (this.#received.length < prefixLength) return;
      const end = prefixLength + this.#received.readUInt32BE(1);
      if (this.#received.length < end) return;
      const revision = /"revision":"(\d+)"/.exec(this.#received.toString('utf8', prefixLength, end))?.[1];
      if (revision !== undefined) this.seen.push({ revision: Number(revision), at });
      this.#received = this.#received.subarray(end);
    }
  }
}
