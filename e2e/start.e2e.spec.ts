import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { callJson, eventually } from './connect-json.ts';
import { dataFolder, failToStart, freePort, startDesk, type DeskProcess } from './desk-process.ts';

const services = ['tickets', 'gateway', 'backlog', 'resolution', 'workload'];
const portal = 'campus.portal.v1.PortalService';
const backlog = 'campus.analysis.v1.BacklogService/GetBacklog';

describe('npm start', () => {
  const folder = dataFolder();
  let environment: Record<string, string>;
  let desk: DeskProcess;

  beforeAll(async () => {
    environment = { PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' };
    desk = await startDesk(environment);
  }, 180_000);

  afterAll(async () => {
    await desk.stop();
    rmSync(folder, { recursive: true });
  });

  it('shows a demo year of 150 tickets of which at least 40 are not closed', async () => {
    const { body } = await callJson(desk.url, 'campus.helpdesk.v1.HelpdeskService/CountTickets', {});
    const counts = body.counts as { status: string; count: number }[];
    const sum = (of: typeof counts) => of.reduce((total, { count }) => total + count, 0);
    expect(sum(counts)).toBe(150);
    expect(sum(counts.filter(({ status }) => status !== 'STATUS_CLOSED'))).toBeGreaterThanOrEqual(40);
  });

  it('keeps a log of each process', () => {
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(services.map((name) => `${name}.log`).sort());
  });

  it.each(services)('starts %s again after kill -9, and the desk recovers by itself', async (name) => {
    const before = pidOf(desk, name);
    process.kill(before, 'SIGKILL');
    const request = { description: `The lamp flickers since ${name} was killed`, requestId: randomUUID() };
    const created = await eventually(
      () => callJson(desk.url, `${portal}/CreateTicket`, request),
      ({ status }) => status === 200,
    );
    const counted = await eventually(
      () => callJson(desk.url, backlog, { last: '3600s', minRevision: created.body.revision }),
      ({ status }) => status === 200,
    );
    expect(counted.body.count).toBeGreaterThan(0);
    await eventually(
      () => Promise.resolve({ status: 0, body: pidOf(desk, name) }),
      ({ body }) => body !== before && body > 0,
    );
  });

  it('stops all of its processes by SIGTERM, and has all data when it is started again', async () => {
    const request = { description: 'The door of the archive does not lock', requestId: randomUUID() };
    const { body } = await callJson(desk.url, `${portal}/CreateTicket`, request);
    const pids = services.map((name) => pidOf(desk, name));
    expect(await desk.stop()).toBe(0);
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    desk = await startDesk(environment);
    const again = await callJson(desk.url, `${portal}/GetTicket`, { ticketId: body.ticket.id });
    expect(again.body.ticket).toEqual(body.ticket);
  });

  it('leaves no process behind when it is killed itself', async () => {
    const pids = services.map((name) => pidOf(desk, name));
    await desk.stop('SIGKILL');
    await eventually(
      () => Promise.resolve({ status: 0, body: pids.filter((pid) => existsSync(`/proc/${pid}`)) }),
      ({ body }) => body.length === 0,
    );
    desk = await startDesk(environment);
  });

  it('refuses a taken port in one sentence', async () => {
    const port = String(environment.PORT);
    const { code, errors, output } = await failToStart({ ...environment, DATA_DIR: dataFolder() });
    expect(code).toBe(1);
    expect(errors).toMatch(
      new RegExp(`^Port ${port} cannot be used .*: free it, or set PORT to another\\.\n$`),
    );
    expect(output).not.toContain('ready');
  });
});

describe('npm start with a wrong environment', () => {
  it('names all mistakes at once', async () => {
    const { code, errors } = await failToStart({
      PORT: 'http',
      DEMO: 'yes',
      CAMPUS_TIME_ZONE: 'Europe/Nowhere',
      RATE_LIMIT: 'maybe',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'postgres://localhost/desk',
    });
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    for (const name of ['PORT', 'DEMO', 'CAMPUS_TIME_ZONE', 'RATE_LIMIT', 'LOG_LEVEL', 'DATABASE_URL'])
      expect(errors).toContain(name);
  });

  it('says which database cannot be used, without its password', async () => {
    const DATABASE_URL = `mysql://desk:secret@127.0.0.1:${await freePort()}/desk`;
    const { code, errors } = await failToStart({ PORT: String(await freePort()), DATABASE_URL });
    expect(code).toBe(1);
    expect(errors).toMatch(/^Cannot use the database mysql:\/\/desk@127\.0\.0\.1:\d+\/desk: .*\.\n$/);
    expect(errors).not.toContain('secret');
  });

  it('refuses data that a newer version wrote', async () => {
    const folder = dataFolder();
    const database = new DatabaseSync(join(folder, 'campus-desk.sqlite'));
    database.exec(
      "CREATE TABLE migrations (id integer primary key, timestamp bigint, name varchar); INSERT INTO migrations (timestamp, name) VALUES (9, 'FromTheFuture9')",
    );
    database.close();
    const { code, errors } = await failToStart({ PORT: String(await freePort()), DATA_DIR: folder });
    expect(code).toBe(1);
    expect(errors).toBe(
      `${folder} was written by a newer version of Campus Desk (FromTheFuture9): start that version, or name other data.\n`,
    );
    rmSync(folder, { recursive: true });
  });
});

/** The process of a service of a desk; 0 while it has none. */
function pidOf(desk: DeskProcess, name: string): number {
  const list = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' });
  const lines = list.split('\n').map((line) => line.trim().split(/\s+/));
  const below = (parent: string): string[][] =>
    lines.filter(([, ppid]) => ppid === parent).flatMap((line) => [line, ...below(String(line[0]))]);
  const found = below(String(desk.process.pid)).find((line) =>
    line.join(' ').endsWith(`services/${name}/src/main.ts`),
  );
  return Number(found?.[0] ?? 0);
}
