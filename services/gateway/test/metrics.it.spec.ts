import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ServiceProcess } from './service-process.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

const portal = 'portal.v1.PortalService';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk({ METRICS_PORT: '0' });
});
afterAll(() => desk.close());

const scrape = async (service: ServiceProcess) => (await fetch(service.metricsUrl)).text();

/** The value of the only line with this name and these labels; undefined if there is none. */
const valueOf = (metrics: string, name: string, labels: Readonly<Record<string, string>> = {}) => {
  const lines = metrics
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .filter((line) => Object.entries(labels).every(([key, value]) => line.includes(`${key}="${value}"`)));
  expect(lines.length).toBeLessThanOrEqual(1);
  return lines[0] === undefined ? undefined : Number(lines[0].split(' ').at(-1));
};

/** Asks again until a value is there: a call is counted just after it was answered. */
const valueIs = async (expected: number, ...[service, name, labels]: [ServiceProcess, string, object?]) => {
  while (valueOf(await scrape(service), name, { ...labels }) !== expected);
};

describe('metrics', () => {
  it('of a service and of the gateway count a call by its method and how it ended', async () => {
    const { tickets, gateway } = desk.services;
    await desk.call(`${portal}/CreateTicket`, { description: 'lamp', requestId: randomUUID() });
    await desk.call(`${portal}/GetTicket`, { ticketId: '999' });
    const rpc = { rpc_system_name: 'grpc', rpc_method: `campus.${portal}/CreateTicket` };
    await valueIs(1, tickets, 'rpc_server_call_duration_count', { ...rpc, rpc_status_code: 'OK' });
    await valueIs(1, tickets, 'rpc_server_call_duration_count', { rpc_status_code: 'NOT_FOUND' });
    const http = { http_request_method: 'POST', http_route: `/campus.${portal}/CreateTicket` };
    await valueIs(1, gateway, 'http_server_request_duration_count', {
      ...http,
      http_response_status_code: '200',
    });
    await valueIs(1, gateway, 'http_server_request_duration_count', { http_response_status_code: '404' });
  });

  it('do not grow with paths, methods and words that nobody knows', async () => {
    const { gateway, tickets } = desk.services;
    const ask = async (index: number) => {
      const paths = [
        `/nothing/at-${index}`,
        `/campus.portal.v1.PortalService/Method${index}`,
        `/file-${index}.js`,
      ];
      for (const path of paths)
        for (const method of ['GET', 'POST', 'PROPFIND', 'LOCK'])
          await fetch(`${desk.url}${path}?q=secret${index}`, { method });
      await desk.call(`${portal}/ListTickets`, { text: `secret${index}` });
    };
    const labels = async () =>
      (await Promise.all([gateway, tickets].map(scrape)))
        .flatMap((metrics) => metrics.split('\n'))
        .map((line) => line.slice(0, line.lastIndexOf(' ')))
        .sort();
    await ask(0);
    const total = { http_request_method: '_OTHER', http_response_status_code: '404' };
    await valueIs(6, gateway, 'http_server_request_duration_count', total);
    const before = await labels();
    for (let index = 1; index < 5; index++) await ask(index);
    await valueIs(30, gateway, 'http_server_request_duration_count', total);
    expect(await labels()).toEqual(before);
    expect(before.join()).not.toMatch(/secret|nothing|Method/);
  });

  it('tell the streams that are open', async () => {
    const { gateway, tickets } = desk.services;
    const leave = new AbortController();
    const watch = await fetch(`${desk.url}/campus.${portal}/WatchTickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/connect+json' },
      body: new Uint8Array([0, 0, 0, 0, 2, ...Buffer.from('{}')]),
      signal: leave.signal,
    });
    await watch.body!.getReader().read();
    const labels = { rpc_method: `campus.${portal}/WatchTickets` };
    for (const service of [gateway, tickets]) await valueIs(1, service, 'rpc_server_open_streams', labels);
    leave.abort();
    for (const service of [gateway, tickets]) await valueIs(0, service, 'rpc_server_open_streams', labels);
  });

  it('of the ticket service tell how its log grows', async () => {
    const { tickets } = desk.services;
    const writes = valueOf(await scrape(tickets), 'tickets_writes_batch_size_sum')!;
    const write = () => desk.call(`${portal}/CreateTicket`, { description: 'tap', requestId: randomUUID() });
    const revisions = (await Promise.all([write(), write(), write()])).map(({ body }) =>
      Number(body.revision),
    );
    await valueIs(Math.max(...revisions), tickets, 'tickets_log_revision');
    await valueIs(writes + 3, tickets, 'tickets_writes_batch_size_sum');
    await valueIs(0, tickets, 'tickets_writes_waiting');
    await valueIs(0, tickets, 'tickets_writes_refused_total');
  });

  it('of an analysis tell how far it has come', async () => {
    const { tickets, workload } = desk.services;
    const { body } = await desk.call(`${portal}/CreateTicket`, {
      description: 'door',
      requestId: randomUUID(),
    });
    await valueIs(Number(body.revision), workload, 'analysis_feed_revision');
    await valueIs(1, workload, 'analysis_feed_live');
    expect(valueOf(await scrape(workload), 'analysis_feed_silence')).toBeGreaterThanOrEqual(0);
    await tickets.stop();
    await valueIs(0, workload, 'analysis_feed_live');
    await valueIs(Number(body.revision), workload, 'analysis_feed_revision');
    await tickets.start();
    await valueIs(1, workload, 'analysis_feed_live');
  });

  it('tell of the process, at one path alone', async () => {
    const { workload } = desk.services;
    const metrics = await scrape(workload);
    expect(valueOf(metrics, 'process_memory_usage')).toBeGreaterThan(1_000_000);
    expect(valueOf(metrics, 'process_cpu_time_total', { cpu_mode: 'user' })).toBeGreaterThan(0);
    expect(valueOf(metrics, 'nodejs_eventloop_delay_p99')).toBeGreaterThanOrEqual(0);
    expect((await fetch(workload.metricsUrl.replace('/metrics', '/'))).status).toBe(404);
  });
});
