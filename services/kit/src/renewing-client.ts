import * as grpc from '@grpc/grpc-js';

/** A client, how many calls run on it, and when it was made. */
type Generation = { readonly client: grpc.Client; readonly madeAt: number; running: number };

/** The right to make one call on a client; to be released when the call has ended. */
export type Lease = { readonly client: grpc.Client; release(): void };

/**
 * A grpc-js client that is made anew now and then. grpc-js looks a name up again only when a connection ends, so under
 * a steady load it would never find a new replica; a new client looks it up, and shares the connections that are there.
 * Calls and streams stay on the client that they began on, which is closed after the last of them.
 */
export class RenewingClient {
  readonly #make: () => grpc.Client;
  readonly #renewal: number;
  #current: Generation | undefined;

  /** @param renewal after how many milliseconds the next call has a new client */
  constructor(target: string, options: grpc.ChannelOptions, renewal: number) {
    this.#make = () => new grpc.Client(target, grpc.credentials.createInsecure(), options);
    this.#renewal = renewal;
  }

  /** Takes the client for one call. */
  lease(): Lease {
    const generation = this.#generation();
    generation.running++;
    let isReleased = false;
    return {
      client: generation.client,
      release: () => {
        if (isReleased) return;
        isReleased = true;
        generation.running--;
        this.#closeUnused(generation);
      },
    };
  }

  /** Closes the client; what runs on it goes on to its end. */
  close(): void {
    const last = this.#current;
    this.#current = undefined;
    if (last !== undefined) this.#closeUnused(last);
  }

  #generation(): Generation {
    const now = performance.now();
    const last = this.#current;
    if (last !== undefined && now - last.madeAt < this.#renewal) return last;
    this.#current = { client: this.#make(), madeAt: now, running: 0 };
    if (last !== undefined) this.#closeUnused(last);
    return this.#current;
  }

  #closeUnused(generation: Generation): void {
    if (generation !== this.#current && generation.running === 0) generation.client.close();
  }
}
