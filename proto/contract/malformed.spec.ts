import { create, ScalarType, toJson, type DescMethod } from '@bufbuild/protobuf';
import { WireType } from '@bufbuild/protobuf/wire';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { createClient } from '@connectrpc/connect';
import * as grpc from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:http2';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { sendJson } from './connect-json.ts';
import { deskState } from './desk-state.ts';
import { doorsTo, grpcDoor, openDoors, type Doors } from './doors.ts';
import { call, isAnswered, type Outcome } from './outcome.ts';
import { call as callByFiles, services } from './proto-files.ts';
import { isNeeded, leastRequest, methodsOfContract } from './requests.ts';

type Call = { readonly rpc: string; readonly method: DescMethod; readonly door: string };

const calls: readonly Call[] = (await methodsOfContract()).flatMap((method) =>
  doorsTo(method.parent).map((door) => ({ rpc: String(method), method, door })),
);

/** Whether the request is text. */
const isJson = ({ door }: Call) => door === 'Connect JSON';
/** The number of a field that no message has. */
const unknownNumber = 536_870_911;
const tenMegabytes = 10 * 1024 * 1024;

let desk: WholeDesk;
let doors: Doors;

beforeAll(async () => {
  desk = await startWholeDesk();
  doors = await openDoors(desk);
  await createClient(PortalService, straight()).createTicket({
    description: 'The lamp is broken',
    requestId: randomUUID(),
  });
});
afterAll(async () => {
  doors.close();
  await desk.close();
});

const straight = () => doors.transport(grpcDoor, PortalService.method.createTicket);
const least = ({ input }: DescMethod) => create(input, leastRequest(input));
const send = ({ method, door }: Call, request: object, headers?: Record<string, string>) =>
  call(doors.transport(door, method), method, { ...request }, headers ? { headers } : {});

/** Sends the least request and after it a field with these bytes. */
const sendField = (one: Call, no: number, wireType: WireType, data: Uint8Array) =>
  send(one, { ...least(one.method), $unknown: [{ no, wireType, data }] });

/** Sends the least request as JSON with this member too. */
const sendMember = ({ method }: Call, name: string, value: unknown) => {
  const fields = toJson(method.input, least(method)) as object;
  return sendJson(desk.url, method, JSON.stringify({ ...fields, [name]: value }));
};

const stringsOf = ({ method }: Call) =>
  method.input.fields.filter(
    ({ scalar, fieldKind }) => scalar === ScalarType.STRING && fieldKind === 'scalar',
  );

const enumsOf = ({ method }: Call) => method.input.fields.filter((field) => field.enum !== undefined);

/** Makes bad calls; nothing may be stored, and the same RPC must serve the next good one. */
const survived = async (one: Call, ...bad: (() => Promise<Outcome>)[]): Promise<readonly Outcome[]> => {
  const before = await deskState(straight());
  const outcomes = await Promise.all(bad.map((make) => make()));
  expect(await deskState(straight())).toEqual(before);
  expect(isAnswered(await send(one, least(one.method)))).toBe(true);
  return outcomes;
};

const isInvalid = ({ code, reasons }: Outcome) =>
  code === 'INVALID_ARGUMENT' && reasons.length === 1 && /^[A-Z_]+$/.test(reasons[0]!);

describe('a request that cannot be read', () => {
  it.each(calls)('is INVALID_ARGUMENT: $rpc, $door', async (one) => {
    const json = ['', '{"', '7', 'null', '[]', '{} {}'].map(
      (body) => () => sendJson(desk.url, one.method, body),
    );
    const bytes = () => sendField(one, unknownNumber, WireType.LengthDelimited, Buffer.from([0x7f]));
    const outcomes = await survived(one, ...(isJson(one) ? json : [bytes]));
    expect(outcomes.filter((outcome) => !isInvalid(outcome))).toEqual([]);
  });

  it.each(calls)('is INVALID_ARGUMENT where a text is not Unicode: $rpc, $door', async (one) => {
    const loneSurrogate = Buffer.from([3, 0xed, 0xa0, 0x80]);
    const bad = stringsOf(one).map(({ number, jsonName }) =>
      isJson(one)
        ? () => sendMember(one, jsonName, 'a\ud800')
        : () => sendField(one, number, WireType.LengthDelimited, loneSurrogate),
    );
    const outcomes = await survived(one, ...bad);
    expect(outcomes.filter((outcome) => !isInvalid(outcome))).toEqual([]);
    const named = outcomes.map(({ violations }) => violations.map(({ field }) => field));
    // In JSON a field is known before its text is read.
    expect(named).toEqual(stringsOf(one).map(({ name }) => (isJson(one) ? [name] : [])));
  });
});

describe('an empty request', () => {
  it.each(calls)('is refused by the fields it lacks, or answered: $rpc, $door', async (one) => {
    const lacking = one.method.input.fields.filter(isNeeded).map(({ name }) => name);
    const [outcome] = lacking.length === 0 ? [await send(one, {})] : await survived(one, () => send(one, {}));
    expect(outcome!.violations.map(({ field }) => field)).toEqual(lacking);
    expect(isAnswered(outcome!)).toBe(lacking.length === 0);
  });
});

describe('a field that the contract does not have', () => {
  const [byName, byNumber] = [calls.filter(isJson), calls.filter((one) => !isJson(one))];

  it.each(byNumber)('is passed over, as of a newer client: $rpc, $door', async (one) => {
    const outcome = await sendField(one, unknownNumber, WireType.Varint, Buffer.from([1]));
    expect(outcome).toMatchObject({ violations: [] });
    expect(isAnswered(outcome)).toBe(true);
  });

  it.each(byName)('is refused by its name, as mistyped: $rpc, $door', async (one) => {
    const [outcome] = await survived(one, () => sendMember(one, 'surprise', { of: ['a', 'typo'] }));
    const description = expect.stringMatching(/^must be one of /);
    expect(outcome).toMatchObject({
      code: 'INVALID_ARGUMENT',
      violations: [{ field: 'surprise', description }],
    });
  });
});

describe('a name that an enum does not have', () => {
  it.each(
    calls.filter(isJson).flatMap((one) => enumsOf(one).map((field) => ({ ...one, field, name: field.name }))),
  )('is refused, and those it has are named: $rpc, $name', async (one) => {
    const { field } = one;
    const value = field.fieldKind === 'list' ? ['NOPE'] : 'NOPE';
    const [outcome] = await survived(one, () => sendMember(one, field.jsonName, value));
    expect(outcome).toMatchObject({ code: 'INVALID_ARGUMENT', violations: [{ field: field.name }] });
    const allowed = outcome!.violations[0]!.description.replace('must be one of ', '').split(', ');
    expect(allowed.length).toBeGreaterThan(1);
    const values = field.enum.values.map(({ name }) => name);
    expect(allowed.filter((name) => !values.includes(name))).toEqual([]);
  });
});

describe('a request of 10 MB', () => {
  // On a machine under full load a client that is still sending may hear of its cut connection before it reads why.
  jest.retryTimes(2, { logErrorsBeforeRetry: true });

  const length = Buffer.from([0x80, 0x80, 0x80, 0x05]);
  const data = Buffer.concat([length, Buffer.alloc(tenMegabytes)]);
  const text = 'x'.repeat(tenMegabytes);

  it.each(calls.filter(({ door }) => door !== grpcDoor))(
    'is RESOURCE_EXHAUSTED: $rpc, $door',
    async (one) => {
      const [outcome] = await survived(one, () =>
        isJson(one)
          ? sendMember(one, 'surprise', text)
          : sendField(one, unknownNumber, WireType.LengthDelimited, data),
      );
      expect(outcome).toMatchObject({ code: 'RESOURCE_EXHAUSTED', reasons: ['RESOURCE_EXHAUSTED'] });
    },
  );

  // By another client: that of Connect gives up on a connection with so much unsent.
  it.each(calls.filter(({ door }) => door === grpcDoor))(
    'is RESOURCE_EXHAUSTED: $rpc, $door',
    async (one) => {
      const { parent, name } = one.method;
      const rpc = services.get(parent.typeName)![name]!;
      const large = { ...rpc, requestSerialize: () => data };
      const before = await deskState(straight());
      const { code } = await callByFiles(doors.addressOf(parent), large, {});
      expect(grpc.status[code]).toBe('RESOURCE_EXHAUSTED');
      expect(await deskState(straight())).toEqual(before);
      expect(isAnswered(await send(one, least(one.method)))).toBe(true);
    },
  );
});

describe('a deadline', () => {
  const isGrpc = ({ door }: Call) => door.startsWith('gRPC');
  const within = (one: Call, milliseconds: string, hours?: string) =>
    isGrpc(one)
      ? { 'grpc-timeout': hours === undefined ? `${milliseconds}m` : `${hours}H` }
      : { 'connect-timeout-ms': milliseconds };
  const inTime = (outcome: Outcome) => isAnswered(outcome) || outcome.code === 'DEADLINE_EXCEEDED';

  it.each(calls)('may be now or a millisecond away: $rpc, $door', async (one) => {
    for (const milliseconds of ['0', '1']) {
      const outcome = await send(one, least(one.method), within(one, milliseconds));
      expect(inTime(outcome)).toBe(true);
      if (one.door !== grpcDoor && milliseconds === '0')
        expect(outcome).toMatchObject({ code: 'DEADLINE_EXCEEDED', reasons: ['DEADLINE_EXCEEDED'] });
    }
    expect(isAnswered(await send(one, least(one.method)))).toBe(true);
  });

  it.each(calls)(
    'that has passed, or is a hundred years away, is an error at the gateway: $rpc, $door',
    async (one) => {
      const passed = await send(one, least(one.method), within(one, '-1'));
      const faraway = await send(one, least(one.method), within(one, '3153600000000', '876000'));
      if (one.door === grpcDoor) {
        expect(inTime(passed)).toBe(true);
        expect(isAnswered(faraway)).toBe(true);
      } else {
        expect([passed, faraway].filter((outcome) => !isInvalid(outcome))).toEqual([]);
      }
      expect(isAnswered(await send(one, least(one.method)))).toBe(true);
    },
  );
});

describe('a body of another type', () => {
  const paths = calls.map((one) => ({ ...one, path: `/${one.method.parent.typeName}/${one.method.name}` }));

  it.each(paths.filter(isJson))('is 415 at the gateway: $rpc', async ({ path }) => {
    const init = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' };
    expect((await fetch(desk.url + path, init)).status).toBe(415);
  });

  it.each(paths.filter(({ door }) => door === grpcDoor))('is 415 by gRPC: $rpc', async ({ path, method }) => {
    const session = connect(`http://${doors.addressOf(method.parent)}`);
    const request = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/json' });
    const [headers] = (await once(request, 'response')) as [Record<string, unknown>];
    session.destroy();
    expect(headers[':status']).toBe(415);
  });
});
