import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { below, oneOf, randomFrom, type Random } from '../../tickets/test/random.ts';
import type { Answer } from './json-calls.ts';

const texts = ['No Wi-Fi in 2.14', 'The heating is cold', 'The food in the canteen was bad', 'Help'];
const categories = ['CATEGORY_FACILITY_MANAGEMENT', 'CATEGORY_TECHNICAL_IT', 'CATEGORY_SERVICES_COMPLAINTS'];

/** From how many of the latest tickets most writes choose theirs. */
const latest = 60;

/** A write as it ended: done, or refused by the rules of the desk. */
export type Written = { readonly rpc: string; readonly code: string; readonly revision: number };

/** Calls an RPC; rejects when nothing answers. */
type Call = (method: string, request: object) => Promise<Answer>;

/** Writers that send random requests at once, each again under its request id until it is answered. */
export class RandomWrites {
  readonly done: Written[] = [];
  /** How many times a request was not answered, or by nobody who could. */
  repeated = 0;
  readonly #call: Call;
  readonly #random: Random;
  #tickets: number;
  #begun = 0;

  /** @param tickets how many there are already, numbered from 1 */
  constructor(call: Call, seed: number, tickets: number) {
    this.#call = call;
    this.#random = randomFrom(seed);
    this.#tickets = tickets;
  }

  /** Resolves once so many are done. */
  async run(count: number, writers = 8): Promise<void> {
    const writer = async () => {
      while (this.#begun++ < count) this.done.push(await this.#write(...this.#any()));
    };
    await Promise.all(Array.from({ length: writers }, writer));
  }

  #any(): readonly [method: string, request: object] {
    const random = this.#random;
    const among = random() < 0.8 ? Math.min(latest, this.#tickets) : this.#tickets;
    const ticketId = String(this.#tickets - below(random, among));
    const description = oneOf(random, texts);
    return oneOf(random, [
      ['portal.v1.PortalService/CreateTicket', { description }],
      ['portal.v1.PortalService/CreateTicket', { description }],
      ['portal.v1.PortalService/UpdateTicket', { ticketId, description }],
      ['helpdesk.v1.HelpdeskService/ActivateTicket', { ticketId }],
      ['helpdesk.v1.HelpdeskService/ActivateTicket', { ticketId }],
      ['helpdesk.v1.HelpdeskService/CloseTicket', { ticketId }],
      ['helpdesk.v1.HelpdeskService/AssignCategory', { ticketId, category: oneOf(random, categories) }],
      ['helpdesk.v1.HelpdeskService/PostMessage', { ticketId, body: description }],
    ]);
  }

  async #write(method: string, fields: object): Promise<Written> {
    const request = { ...fields, requestId: randomUUID() };
    for (;;) {
      const answer = await this.#call(method, request).catch(() => undefined);
      const code = answer?.status === 200 ? 'ok' : (answer?.body.code as string | undefined);
      if (code !== undefined && code !== 'unavailable' && code !== 'deadline_exceeded') {
        if (code === 'ok' && method.endsWith('CreateTicket')) this.#tickets++;
        return { rpc: method.split('/')[1]!, code, revision: Number(answer!.body.revision) };
      }
      this.repeated++;
      await delay(50);
    }
  }
}
