import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { post } from './json-calls.ts';
import { startLoneGateway, type LoneGateway } from './lone-gateway.ts';

/** Far more than the buffers between a portal and a browser hold. */
const changes = 1_500;
const description = 'A long story. '.repeat(700);

let gateway: LoneGateway;
let told = 0;

beforeAll(async () => {
  gateway = await startLoneGateway({
    getTicket: () => Promise.resolve({}),
    // eslint-disable-next-line @typescript-eslint/require-await -- a handler of a stream is asynchronous
    async *watchTickets() {
      while (told < changes) yield { revision: BigInt(++told), ticket: { description } };
    },
  });
});
afterAll(() => gateway.close());

/** Asks to watch tickets, and reads nothing of the answer. */
async function watch(): Promise<IncomingMessage> {
  const call = request(`${gateway.url}/campus.portal.v1.PortalService/WatchTickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/connect+json', 'connect-protocol-version': '1' },
  });
  const empty = Buffer.from('{}');
  call.end(Buffer.from([0, 0, 0, 0, empty.length, ...empty]));
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return response;
}

/** The messages of a stream: one byte of flags and four of length stand before each; the last one ends it. */
async function messagesOf(stream: IncomingMessage): Promise<readonly unknown[]> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const all = Buffer.concat(parts);
  const messages: unknown[] = [];
  for (let at = 0; at < all.length; at += 5 + all.readUInt32BE(at + 1))
    messages.push(JSON.parse(all.toString('utf8', at + 5, at + 5 + all.readUInt32BE(at + 1))));
  return messages.slice(0, -1);
}

it('a browser that does not read on keeps the changes where they are, and gets each of them later', async () => {
  const stream = await watch();
  let before: number;
  do {
    before = told;
    for (let call = 0; call < 20; call++)
      expect(
        await post(gateway.url, 'campus.portal.v1.PortalService/GetTicket', { ticketId: '1' }),
      ).toMatchObject({
        status: 200,
      });
  } while (told > before);
  expect(told).toBeLessThan(changes / 2);
  const messages = await messagesOf(stream);
  expect(messages.map((message) => Number((message as { revision: string }).revision))).toEqual(
    Array.from({ length: changes }, (_, index) => index + 1),
  );
});
