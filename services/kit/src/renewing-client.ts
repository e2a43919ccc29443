import * as grpc from '@grpc/grpc-js';

/** A client, how many calls run on it, and when it was made. */
type Generation = { readonly client: grpc.Client; madeAt: number; running: number };

/** How long a new client may take until it is connected, in milliseconds. */
const patience = 3_000;

/** The right to make one call on a client; to be released when the call has ended. */
export type Lease = { readonly client: grpc.Client; readonly release: () => void };

/**
 * A grpc-js client that is made anew now and then. grpc-js looks a name up again only when a connection ends, so under
 * a steady load it would never find a new replica; a new client looks it up, and shares the connections that are there.
 * Calls and streams stay on the client that they began on, which is closed after the last of them.
 */
export class RenewingClient {
  readonly #make: () => grpc.Client;
  readonly #renewal: number;
  #current: Generation | undefined;
  #isRenewing = false;

  /** @param renewal after how many milliseconds of use a new client is made */
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
    const last = this.#current;
    if (last === undefined) return this.#replace();
    if (performance.now() - last.madeAt < this.#renewal) return last;
    const isConnected = last.client.getChannel().getConnectivityState(false) === grpc.connectivityState.READY;
    // It may look for a replica that is gone for good.
    if (!isConnected) return this.#replace();
    if (!this.#isRenewing) this.#renew(last);
    return last;
  }

  #replace(client = this.#make()): Generation {
    const last = this.#current;
    this.#current = { client, madeAt: performance.now(), running: 0 };
    if (last !== undefined) this.#closeUnused(last);
    return this.#current;
  }

  /** Makes a new client and uses it once it is connected: where the name leads nowhere just now, the last one may do. */
  #renew(last: Generation): void {
    this.#isRenewing = true;
    const client = this.#make();
    client.waitForReady(Date.now() + patience, (error) => {
      this.#isRenewing = false;
      if (error === undefined && this.#current === last) return void this.#replace(client);
      client.close();
      last.madeAt = performance.now();
    });
  }

  #closeUnused(generation: Generation): void {
    if (generation !== this.#current && generation.running === 0) generation.client.close();
  }
}
