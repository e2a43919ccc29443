import type { DescMethod } from '@bufbuild/protobuf';
import { ListTicketsResponseSchema, PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { createClient } from '@connectrpc/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { FieldRulesSchema } from '../gen/buf/validate/validate_pb.js';
import { isBounded } from './bound-of.ts';
import { casesOf, derivedRules } from './bounds.ts';
import { deskState } from './desk-state.ts';
import { doorsTo, grpcDoor, openDoors, type Doors } from './doors.ts';
import { call, isAnswered, type Outcome } from './outcome.ts';
import { methodsOfContract, pathOf, placesIn, requestWith, type Place } from './requests.ts';

const methods = (await methodsOfContract()).map((method) => ({ rpc: String(method), method }));
const calls = methods.flatMap(({ rpc, method }) =>
  doorsTo(method.parent).map((door) => ({ rpc, method, door })),
);

let desk: WholeDesk;
let doors: Doors;

beforeAll(async () => {
  desk = await startWholeDesk();
  doors = await openDoors(desk);
  await newTicket();
});
afterAll(async () => {
  doors.close();
  await desk.close();
});

const straight = () => doors.transport(grpcDoor, PortalService.method.createTicket);

const newTicket = async () => {
  const request = { description: 'The lamp is broken', requestId: randomUUID() };
  return (await createClient(PortalService, straight()).createTicket(request)).ticket!.id;
};

const casesIn = ({ input }: DescMethod) =>
  placesIn(input).map((place) => ({ place, cases: casesOf(place.at(-1)!) }));

const refusals = (method: DescMethod, door: string) =>
  Promise.all(
    casesIn(method).flatMap(({ place, cases }) =>
      cases.refused.map(async ({ name, value, says, item }) => ({
        given: `${pathOf(place)}: ${name}`,
        path: pathOf(place, item),
        says,
        outcome: await call(doors.transport(door, method), method, requestWith(method.input, place, value)),
      })),
    ),
  );

/** What a valid request comes to; a write has a ticket of its own. */
const taken = async (method: DescMethod, door: string, place: Place, value: unknown): Promise<Outcome> => {
  const names = method.input.fields.map(({ name }) => name);
  const isOfOwn = ['ticket_id', 'request_id'].every(
    (name) => names.includes(name) && place[0]!.name !== name,
  );
  const own = isOfOwn ? { ticketId: await newTicket() } : {};
  const request = { ...requestWith(method.input, place, value), ...own };
  return call(doors.transport(door, method), method, request, { timeoutMs: 1_000 });
};

describe('the derivation of cases', () => {
  it('knows every rule that the contract may use', () => {
    const declared = FieldRulesSchema.fields.flatMap(({ name, message }) =>
      message ? message.fields.map((rule) => `${name}.${rule.name}`) : [name],
    );
    expect([...derivedRules].sort()).toEqual(declared.sort());
  });

  it('reaches the fields of parts', () => {
    const paths = placesIn(ListTicketsResponseSchema).map((place) => pathOf(place));
    expect(paths).toEqual(expect.arrayContaining(['tickets', 'tickets[0].title', 'next_page_token']));
  });

  it('sees a field without a bound', () => {
    expect(ListTicketsResponseSchema.fields.filter(isBounded)).toEqual([]);
  });
});

it('every field of every request has a bound', () => {
  const places = methods.flatMap(({ rpc, method }) =>
    placesIn(method.input).map((place) => ({ path: `${rpc}: ${pathOf(place)}`, field: place.at(-1)! })),
  );
  expect(places.length).toBeGreaterThan(50);
  expect(places.filter(({ field }) => !isBounded(field)).map(({ path }) => path)).toEqual([]);
});

describe('what is out of bounds', () => {
  it.each(calls)('is refused by its field and not stored: $rpc, $door', async ({ method, door }) => {
    const before = await deskState(straight());
    const found = await refusals(method, door);
    expect(
      found.map(({ given, says, outcome: { code, reasons, message, violations } }) => ({
        given,
        code,
        reasons,
        message,
        violations: violations.map(({ field, description }) => ({
          field,
          saysWhatIsRight: description.startsWith('must ') && description.includes(says),
        })),
      })),
    ).toEqual(
      found.map(({ given, path, outcome }) => ({
        given,
        code: 'INVALID_ARGUMENT',
        reasons: ['INVALID_REQUEST'],
        message: `${path}: ${outcome.violations[0]?.description}`,
        violations: [{ field: path, saysWhatIsRight: true }],
      })),
    );
    expect(await deskState(straight())).toEqual(before);
  });
});

describe('what is just within bounds', () => {
  it.each(methods)('is not refused for them, through any door: $rpc', async ({ method }) => {
    // Rules beyond annotations have words of their own: a page token must also be one that the desk has made.
    const words = (await refusals(method, grpcDoor)).flatMap(({ outcome }) => outcome.violations);
    const isOther = ({ violations }: Outcome, path: string) =>
      violations.length === 1 &&
      violations[0]!.field === path &&
      !words.some(({ description }) => description === violations[0]!.description);
    const found = doorsTo(method.parent).flatMap((door) =>
      casesIn(method).flatMap(({ place, cases }) =>
        cases.taken.map(async ({ name, value }) => {
          const outcome = await taken(method, door, place, value);
          // A revision may lie so far ahead that nobody reaches it in time.
          const isLate = outcome.code === 'DEADLINE_EXCEEDED';
          const isTaken = isAnswered(outcome) || isLate || isOther(outcome, pathOf(place));
          return { given: `${door}, ${pathOf(place)}: ${name}`, code: outcome.code, isTaken };
        }),
      ),
    );
    expect((await Promise.all(found)).filter(({ isTaken }) => !isTaken)).toEqual([]);
  });
});
