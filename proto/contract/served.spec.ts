import {
  create,
  fromBinary,
  fromJson,
  toBinary,
  toJson,
  type DescMessage,
  type DescMethod,
  type DescService,
} from '@bufbuild/protobuf';
import * as grpc from '@grpc/grpc-js';
import type { ServiceDefinition } from '@grpc/proto-loader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { service as health } from 'grpc-health-check';
import { post } from '../../services/gateway/test/json-calls.ts';
import { transports } from '../../services/gateway/test/transports.ts';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { doorsTo, grpcDoor, isInternal, openDoors, servers, type Doors } from './doors.ts';
import { call, isAnswered } from './outcome.ts';
import { call as callByFiles, generatedFiles, services } from './proto-files.ts';
import { reflectedService, reflectedServices, reflection, reflectionVersions } from './reflected.ts';
import { leastRequest } from './requests.ts';

const contract: readonly DescService[] = (await generatedFiles()).flatMap((file) => file.services);
const methods = contract.flatMap((service) =>
  service.methods.map((method) => ({ rpc: String(method), service, method })),
);
const inner = methods.filter(({ service }) => isInternal(service));
const outer = methods.filter(({ service }) => !isInternal(service));
const unary = methods.filter(({ method }) => method.methodKind === 'unary');
const healthCheck = health.Check as ServiceDefinition[string];

let desk: WholeDesk;
let doors: Doors;

beforeAll(async () => {
  desk = await startWholeDesk();
  doors = await openDoors(desk);
});
afterAll(async () => {
  doors.close();
  await desk.close();
});

const contractRpc = ({ parent, name }: DescMethod) => services.get(parent.typeName)![name]!;
const least = ({ input }: DescMethod) => create(input, leastRequest(input));

describe('every RPC of the contract', () => {
  it.each(methods)('is served by exactly one service: $rpc', async ({ method }) => {
    const outcomes = await Promise.all(
      servers.map((name) => callByFiles(desk.services[name].address, contractRpc(method), {})),
    );
    const codes = outcomes.map(({ code }) => code).filter((code) => code !== grpc.status.UNIMPLEMENTED);
    expect(codes).toHaveLength(1);
    expect([grpc.status.OK, grpc.status.INVALID_ARGUMENT]).toContain(codes[0]);
  });

  it.each(methods.flatMap((one) => doorsTo(one.service).map((door) => ({ ...one, door }))))(
    'answers the least request that is valid: $rpc, $door',
    async ({ method, door }) => {
      expect(isAnswered(await call(doors.transport(door, method), method, least(method)))).toBe(true);
    },
  );

  it.each(outer)('takes bodies of its own kind alone at the gateway: $rpc', async ({ service, method }) => {
    const type = method.methodKind === 'unary' ? 'application/connect+json' : 'application/json';
    const path = `${service.typeName}/${method.name}`;
    expect((await post(desk.url, path, {}, { 'content-type': type })).status).toBe(415);
  });
});

describe('the gateway', () => {
  it.each(inner.flatMap((one) => transports.map(([door]) => ({ ...one, door }))))(
    'does not reach what is inside: $rpc, $door',
    async ({ method, door }) => {
      const { code } = await call(doors.transport(door, method), method, least(method));
      expect(code).toBe('UNIMPLEMENTED');
    },
  );

  const ofServers = [...Object.values(health), ...reflectionVersions.map((version) => reflection(version))];
  it.each(ofServers.map(({ path }) => path))(
    'does not reach what servers tell of themselves: %s',
    async (path) => {
      expect((await post(desk.url, path.slice(1))).status).toBe(404);
    },
  );
});

describe('all services together', () => {
  it.each(reflectionVersions)('tell by reflection %s each service of the files, once', async (version) => {
    const told = await Promise.all(
      servers.map((name) => reflectedServices(desk.services[name].address, version)),
    );
    expect(told.flat().sort()).toEqual([...services.keys()].sort());
  });

  it('tell of the health of each service of the files, where it is served', async () => {
    for (const service of contract) {
      const asked = servers.map((name) =>
        callByFiles(desk.services[name].address, healthCheck, { service: service.typeName }),
      );
      const known = (await Promise.all(asked)).filter(({ code }) => code !== grpc.status.NOT_FOUND);
      expect(known).toMatchObject([{ code: grpc.status.OK, answer: { status: 'SERVING' } }]);
    }
  });

  it.each(servers.flatMap((name) => ['', 'readiness'].map((service) => ({ name, service }))))(
    'are healthy: $name "$service"',
    async ({ name, service }) => {
      const { code, answer } = await callByFiles(desk.services[name].address, healthCheck, { service });
      expect(code).toBe(grpc.status.OK);
      expect(answer).toMatchObject({ status: 'SERVING' });
    },
  );
});

describe.each(reflectionVersions)('a client that knows nothing but reflection %s', (version) => {
  it.each(unary)('calls $rpc', async ({ service, method }) => {
    const described = await reflectedService(doors.addressOf(service), version, service.typeName);
    const found = described.methods.find(({ name }) => name === method.name)!;
    const { input, output } = found;
    const shape = ({ fields }: DescMessage) =>
      fields.map(({ name, number, fieldKind, presence }) => ({ name, number, fieldKind, presence }));
    expect([input, output].map(shape)).toEqual([method.input, method.output].map(shape));
    // What a person would type.
    const typed = toJson(method.input, least(method));
    const outcome = await call(doors.transport(grpcDoor, method), found, fromJson(input, typed));
    expect(isAnswered(outcome)).toBe(true);
    if (outcome.answer === undefined) return;
    const sent = fromBinary(method.output, toBinary(output, outcome.answer));
    expect(toJson(output, outcome.answer)).toEqual(toJson(method.output, sent));
  });
});
