import * as grpc from '@grpc/grpc-js';
import { settledWithin } from './settled-within.ts';

/** A client, how many calls run on it, and when it was made. */
type Generation = { readonly client: grpc.Client; madeAt: number; running: number };

/**
 * How long a new client may take until it is connected, in milliseconds. A name may go on leading to a replica that was
 * lost; grpc-js would wait there for 20 seconds before it looks the name up again.
 */
const patience = 2_000;

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
  #renewed: Promise<void> | undefined;

  /** @param renewal after how many milliseconds of use a new client is made */
  constructor(target: string, options: grpc.ChannelOptions, renewal: number) {
    this.#make = () => new grpc.Client(target, grpc.credentials.createInsecure(), options);
    this.#renewal = renewal;
  }

  /**
   * Takes a connected client for one call; undefined if there is none within so many milliseconds, or none yet when
   * the signal aborts.
   */
  async lease(ms: number, signal?: AbortSignal): Promise<Lease | undefined> {
    const end = performance.now() + ms;
    for (;;) {
      const now = performance.now();
      const current = this.#current;
      if (current?.client.getChannel().getConnectivityState(false) === grpc.connectivityState.READY) {
        if (now - current.madeAt >= this.#renewal) void this.#renew();
        return this.#take(current);
      }
      if (!(await settledWithin(this.#renew(), end - now, signal))) return undefined;
    }
  }

  /** Closes the client; what runs on it goes on to its end. */
  close(): void {
    const last = this.#current;
    this.#current = undefined;
    if (last !== undefined) this.#closeUnused(last);
  }

  /** Makes a new client, if none is on its way, and uses it once it is connected. */
  #renew(): Promise<void> {
    this.#renewed ??= new Promise((resolve) => {
      const last = this.#current;
      const client = this.#make();
      client.waitForReady(Date.now() + patience, (error) => {
        this.#renewed = undefined;
        // Where the name leads nowhere just now, the last one may do; and who closed it meanwhile wants no other.
        if (error === undefined && this.#current === last) this.#replace(client);
        else client.close();
        resolve();
      });
    });
    return this.#renewed;
  }

  #replace(client: grpc.Client): void {
    const last = this.#current;
    this.#current = { client, madeAt: performance.now(), running: 0 };
    if (last !== undefined) this.#closeUnused(last);
  }

  #take(generation: Generation): Lease {
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

  #closeUnused(generation: Generation): void {
    if (generation !== this.#current && generation.running === 0) generation.client.close();
  }
}
