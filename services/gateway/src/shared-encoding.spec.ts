import { create, toJsonString, type MessageShape } from '@bufbuild/protobuf';
import {
  GetWorkloadResponseSchema,
  WatchWorkloadResponseSchema,
  WorkloadService,
} from '@campus-desk/contract/campus/analysis/v1/workload';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { fastifyConnectPlugin } from '@connectrpc/connect-fastify';
import { compressionGzip, createConnectTransport, createGrpcWebTransport } from '@connectrpc/connect-node';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { sharingEncodings, unlessEncoded } from './shared-encoding.ts';

type Answer = MessageShape<typeof GetWorkloadResponseSchema>;

/** Long enough to be compressed. */
const answerOf = (revision: bigint) =>
  create(GetWorkloadResponseSchema, { revision, timeZone: 'Europe/Rome'.repeat(200) });

const { getWorkload, watchWorkload } = WorkloadService.method;

let server: FastifyInstance;
let url: string;
/** What is answered: an Error fails. */
let answers: readonly (Answer | Error)[];
/** How many answers were encoded. */
let encoded: number;

beforeEach(async () => {
  encoded = 0;
  server = fastify();
  const jsonOptions = {
    alwaysEmitImplicit: true,
    // Connect takes it, though its types do not say so.
    textEncoder: {
      encode(text: string) {
        if (text.includes('Rome')) encoded++;
        return new TextEncoder().encode(text);
      },
    },
  };
  const pushed = new WeakMap<Answer, MessageShape<typeof WatchWorkloadResponseSchema>>();
  await server.register(fastifyConnectPlugin, {
    routes(router) {
      router.rpc(getWorkload, (_, context) => {
        const [answer] = answers;
        if (!(answer instanceof Error)) return unlessEncoded(getWorkload, answer!, context) as Answer;
        throw answer;
      });
      router.rpc(watchWorkload, async function* (_, context) {
        for (const answer of answers) {
          await Promise.resolve();
          if (answer instanceof Error) throw answer;
          const push = pushed.get(answer) ?? create(WatchWorkloadResponseSchema, { answer });
          pushed.set(answer, push);
          yield unlessEncoded(watchWorkload, push, context) as typeof push;
        }
      });
      router.handlers.splice(0, Infinity, ...router.handlers.map(sharingEncodings));
    },
    acceptCompression: [compressionGzip],
    jsonOptions,
  });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});

afterEach(() => server.close());

function clients() {
  const options = { baseUrl: url, httpVersion: '1.1' } as const;
  return [
    createConnectTransport({ ...options, useBinaryFormat: false }),
    createConnectTransport({ ...options, useBinaryFormat: true }),
    createGrpcWebTransport({ ...options, useBinaryFormat: false }),
    createGrpcWebTransport({ ...options, useBinaryFormat: true }),
  ].map((transport) => createClient(WorkloadService, transport));
}

async function watched(client: ReturnType<typeof clients>[number]) {
  const seen: unknown[] = [];
  try {
    for await (const { answer } of client.watchWorkload({})) seen.push(answer);
  } catch (error) {
    seen.push(ConnectError.from(error).code);
  }
  return seen;
}

describe('an answer that was given before', () => {
  it('leaves in every form and protocol as it did the first time', async () => {
    answers = [answerOf(1n)];
    for (let round = 0; round < 3; round++)
      for (const client of clients()) {
        expect(await client.getWorkload({})).toEqual(answers[0]);
        expect(await watched(client)).toEqual(answers);
      }
  });

  it('is encoded once for all calls that want the same form, and compressed for those that can read it', async () => {
    answers = [answerOf(1n)];
    const ask = async (encoding: string) => {
      const response = await fetch(`${url}/campus.analysis.v1.WorkloadService/GetWorkload`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
        body: '{}',
      });
      // fetch has decompressed it.
      return [response.headers.get('content-encoding'), await response.text()] as const;
    };
    const text = toJsonString(GetWorkloadResponseSchema, answers[0] as Answer, { alwaysEmitImplicit: true });
    for (let call = 0; call < 5; call++) {
      expect(await ask('gzip')).toEqual(['gzip', text]);
      expect(await ask('identity')).toEqual([null, text]);
    }
    expect(encoded).toBe(2);
  });

  it('is pushed by all streams, between others, and encoded once for them', async () => {
    answers = [answerOf(1n), answerOf(2n), answerOf(3n)];
    const [client] = clients();
    expect(await watched(client!)).toEqual(answers);
    const [first, , third] = answers;
    answers = [third!, answerOf(4n), first!, first!];
    for (let stream = 0; stream < 3; stream++) expect(await watched(client!)).toEqual(answers);
    expect(encoded).toBe(4);
  });
});

it('an error is never replaced, whatever was answered before', async () => {
  const lost = new ConnectError('lost', Code.Unavailable);
  for (const client of clients()) {
    answers = [answerOf(1n)];
    await client.getWorkload({});
    await watched(client);
    answers = [...answers, lost];
    expect(await watched(client)).toEqual([answers[0], Code.Unavailable]);
    answers = [lost];
    await expect(client.getWorkload({})).rejects.toMatchObject({ code: Code.Unavailable });
    expect(await watched(client)).toEqual([Code.Unavailable]);
  }
});
