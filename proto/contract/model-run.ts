import {
  create,
  equals,
  type DescField,
  type DescMethod,
  type Message as ProtoMessage,
} from '@bufbuild/protobuf';
import { timestampMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TestDesk } from '../../services/tickets/test/desk.ts';
import { refused } from '../../services/tickets/test/refused.ts';
import { numberFor, type Draft, type Given, type Step, type Value } from './arbitraries.ts';
import type { DeskModel, Outcome, Understood } from './desk-model.ts';

/** How many of the tickets that changed last are listed after each step: mostly all of the sequence. */
const lookedAt = 3;

type Sent = { readonly request: ProtoMessage; readonly understood: Understood };
type Fields = Readonly<Record<string, unknown>>;
type Call = (request: object) => Promise<ProtoMessage>;

/** The two doors, each with the side that its model speaks of. */
const doors = [
  { service: PortalService, side: 'user', clientOf: ({ portal }: TestDesk) => portal },
  { service: HelpdeskService, side: 'helpdesk', clientOf: ({ helpdesk }: TestDesk) => helpdesk },
] as const;

type Door = (typeof doors)[number];
type Read = { readonly method: DescMethod; readonly request: object; readonly outcome: () => Outcome };

/** One sequence of steps on a desk that may have seen others, compared with the model after each. */
export class ModelRun {
  readonly #desk: TestDesk;
  readonly #model: DeskModel;
  /** How many tickets there were before the sequence. */
  readonly #before: number;
  readonly #sent: Sent[] = [];
  readonly #requestIds: string[] = [];

  constructor(desk: TestDesk, model: DeskModel) {
    this.#desk = desk;
    this.#model = model;
    this.#before = model.ticketCount;
  }

  /**
   * Sends a request and compares its outcome, and all it can have touched, with the model: each read at one of the
   * doors, in turn.
   * @returns `OK`, or the reason of the refusal; undefined where there was nothing to send again
   */
  async take(step: Step): Promise<string | undefined> {
    const sent = 'again' in step ? this.#sent.at(-step.again) : this.#resolve(step);
    if (sent === undefined) return undefined;
    this.#sent.push(sent);
    const { request, understood } = sent;
    const { method } = understood;
    const from = Date.now();
    const told = await this.#told(method, request);
    const outcome = this.#model.write(understood, this.#clockOf(told, from, Date.now()));
    expectSame(method, told, outcome);
    const ticketId = BigInt((understood.said.ticketId as bigint | undefined) ?? this.#model.ticketCount);
    const [these, those] = doors.map((door) => this.#reads(door, ticketId >= 1n ? [ticketId] : []));
    await this.#expectServed(
      these!.map((read, at) => ((at + this.#sent.length) % 2 === 0 ? read : those![at]!)),
    );
    return 'refusal' in outcome ? outcome.refusal.reason! : 'OK';
  }

  /** Compares all tickets of the sequence, at both doors, with the model. */
  async end(): Promise<void> {
    const count = this.#model.ticketCount - this.#before;
    const own = Array.from({ length: count }, (_, index) => BigInt(this.#before + 1 + index));
    await this.#expectServed(doors.flatMap((door) => this.#reads(door, own)));
  }

  #resolve({ method, given }: Draft): Sent {
    const { ticketId: named } = given;
    const ticketId = named && (this.#value(method.input.field.ticketId!, named, 0).sent as bigint);
    const values = Object.entries(given).map(([name, it]) => {
      const field = method.input.field[name]!;
      return { name, field, ...this.#value(field, it, Number(ticketId)) };
    });
    const fieldsBy = (kind: 'sent' | 'kept') => Object.fromEntries(values.map((it) => [it.name, it[kind]]));
    const wrong = values.filter(({ isWrong }) => isWrong).map(({ field }) => field.name);
    return {
      request: create(method.input, fieldsBy('sent')),
      understood: { method, said: fieldsBy('kept'), wrong },
    };
  }

  #value(field: DescField, given: Given, ticketId: number): Value {
    if ('ticket' in given) return numberFor(field, BigInt(this.#ticketNumber(given.ticket)));
    if ('version' in given)
      return numberFor(field, Math.max(1, (this.#model.ticket(ticketId)?.version ?? 1) + given.version));
    if ('request' in given) return this.#requestId(given);
    return given;
  }

  #ticketNumber(place: number): number {
    const next = this.#model.ticketCount + 1;
    const opened = next - 1 - this.#before;
    return place === 0 || opened === 0 ? next : this.#before + 1 + ((place - 1) % opened);
  }

  #requestId({ request, spelling }: Extract<Given, { request: number }>): Value {
    const id = (request > 0 ? this.#requestIds.at(-request) : undefined) ?? randomUUID();
    this.#requestIds.push(id);
    const kept = spelling === 'capital' ? id.toUpperCase() : id;
    return { sent: spelling === 'noisy' ? `\u202e${id}\u0007` : kept, kept, isWrong: false };
  }

  async #told(method: DescMethod, request: object): Promise<Outcome> {
    const door = doors.find(({ service }) => service === method.parent);
    if (door === undefined) throw new Error(`the model knows no door with ${String(method)}`);
    const call = (door.clientOf(this.#desk) as unknown as Record<string, Call>)[method.localName]!(request);
    return call.then(
      (answer) => ({ answer: answer as unknown as Fields }),
      async () => {
        const { message: _, fields, ...refusal } = await refused(call);
        return { refusal: { ...refusal, fields: [...fields].sort() } };
      },
    );
  }

  /** The time that the desk says it was, if that can be true: it has a clock of its own. */
  #clockOf(told: Outcome, from: number, until: number): number {
    const earliest = Math.max(from, this.#model.lastAt);
    const latest = Math.max(until, this.#model.lastAt);
    if (!('answer' in told)) return earliest;
    const { ticket, message } = told.answer as {
      ticket?: { modifiedAt: Timestamp };
      message?: { sentAt: Timestamp };
    };
    const said = ticket?.modifiedAt ?? message?.sentAt;
    const at = said === undefined ? earliest : timestampMs(said);
    return at >= earliest && at <= latest ? at : earliest;
  }

  /** What a door serves of the desk as a whole and of some tickets, beside what the model does. */
  #reads({ service, side }: Door, ticketIds: readonly bigint[]): readonly Read[] {
    const { method } = service;
    const model = this.#model;
    const latest = { pageSize: lookedAt, order: TicketOrder.CHANGED_NEWEST };
    return [
      { method: method.countTickets, request: {}, outcome: () => model.countTickets(side) },
      { method: method.listTickets, request: latest, outcome: () => model.listTickets(side, lookedAt) },
      ...ticketIds.flatMap((ticketId) => [
        { method: method.getTicket, request: { ticketId }, outcome: () => model.getTicket(side, ticketId) },
        {
          method: method.listMessages,
          request: { ticketId, pageSize: 200 },
          outcome: () => model.listMessages(side, ticketId),
        },
        {
          method: method.listHistory,
          request: { ticketId, pageSize: 200 },
          outcome: () => model.listHistory(side, ticketId),
        },
      ]),
    ];
  }

  async #expectServed(reads: readonly Read[]): Promise<void> {
    await Promise.all(
      reads.map(async ({ method, request, outcome }) =>
        expectSame(method, withoutToken(await this.#told(method, request)), outcome()),
      ),
    );
  }
}

/** A page token says only whether there is more. */
function withoutToken(told: Outcome): Outcome {
  if (!('answer' in told) || !told.answer.nextPageToken) return told;
  return { answer: { ...told.answer, nextPageToken: 'more' } };
}

function expectSame(method: DescMethod, told: Outcome, outcome: Outcome): void {
  const { output } = method;
  const wanted = 'answer' in outcome ? { answer: create(output, outcome.answer) } : outcome;
  // Comparing by the schema is quick; what it cannot tell is told by the longer way.
  if ('answer' in told && 'answer' in wanted && equals(output, told.answer as never, wanted.answer)) return;
  expect({ rpc: String(method), ...told }).toEqual({ rpc: String(method), ...wanted });
}
