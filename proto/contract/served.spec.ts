import * as grpc from '@grpc/grpc-js';
import { loadSync, type ServiceDefinition } from '@grpc/proto-loader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { service as health } from 'grpc-health-check';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { post } from '../../services/gateway/test/json-calls.ts';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { call, services } from './proto-files.ts';

const servers = ['tickets', 'backlog', 'resolution', 'workload'] as const;
const feed = 'campus.tickets.v1.FeedService';
const methods = [...services].flatMap(([service, definition]) =>
  Object.entries(definition).map(([name, method]) => ({ service, name, method })),
);

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const reflection = () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@grpc/reflection'));
  const root = join(folder, folder.endsWith('src') ? '..' : '.', 'proto');
  const definition = loadSync('grpc/reflection/v1/reflection.proto', { includeDirs: [root], oneofs: true });
  return (definition['grpc.reflection.v1.ServerReflection'] as ServiceDefinition).ServerReflectionInfo!;
};

/** What a server says of its services by reflection. */
const listed = (address: string): Promise<string[]> => {
  const { path, requestSerialize, responseDeserialize } = reflection();
  const client = new grpc.Client(address, grpc.credentials.createInsecure());
  const stream = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  return new Promise<string[]>((resolve, reject) => {
    stream.on('error', reject);
    stream.once('data', (answer: { listServicesResponse: { service: { name: string }[] } }) => {
      resolve(answer.listServicesResponse.service.map(({ name }) => name));
      stream.end();
    });
    stream.write({ listServices: '*' });
  }).finally(() => client.close());
};

describe('every RPC of the contract', () => {
  it.each(methods)('is served by exactly one service: $service.$name', async ({ method }) => {
    const outcomes = await Promise.all(servers.map((name) => call(desk.services[name].address, method, {})));
    const serving = servers.filter((_, index) => outcomes[index]!.code !== grpc.status.UNIMPLEMENTED);
    expect(serving).toHaveLength(1);
    const outcome = outcomes[servers.indexOf(serving[0]!)]!;
    expect([grpc.status.OK, grpc.status.INVALID_ARGUMENT]).toContain(outcome.code);
  });

  it.each(methods)('is reached through the gateway unless it is the feed: $service.$name', async (rpc) => {
    const { service, name, method } = rpc;
    // The wrong kind of body: a gateway that knows the method refuses it as such.
    const type = method.responseStream ? 'application/json' : 'application/connect+json';
    const { status } = await post(desk.url, `${service}/${name}`, {}, { 'content-type': type });
    expect(status).toBe(service === feed ? 404 : 415);
    if (service === feed || method.responseStream) return;
    const answer = await post(desk.url, `${service}/${name}`);
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 400) expect(answer.body.code).toBe('invalid_argument');
  });
});

describe.each(servers)('%s', (name) => {
  const address = () => desk.services[name].address;

  it('tells by reflection just the services of the contract that it serves', async () => {
    const served = [];
    for (const [service, definition] of services) {
      const { code } = await call(address(), Object.values(definition)[0]!, {});
      if (code !== grpc.status.UNIMPLEMENTED) served.push(service);
    }
    expect(served.length).toBeGreaterThanOrEqual(1);
    expect((await listed(address())).filter((service) => service.startsWith('campus.')).sort()).toEqual(
      served.sort(),
    );
  });

  it.each(['', 'readiness'])('is healthy: %j', async (service) => {
    const { code, answer } = await call(address(), health.Check as ServiceDefinition[string], { service });
    expect(code).toBe(grpc.status.OK);
    expect(answer).toMatchObject({ status: 'SERVING' });
  });
});
