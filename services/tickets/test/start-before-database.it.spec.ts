import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { Channel, createClient } from '@campus-desk/kit/client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/test-database.ts';
import { describeOnEachDatabase, describeOnMysql, type TestDatabase } from './databases.ts';
import { start, type Program } from './program.ts';
import { proxyTo, type Proxy } from './proxy.ts';

/** What every service of these tests is told. */
const common = { HOST: '127.0.0.1', LOG_LEVEL: 'info' };

const programs: Program[] = [];

/** Starts a program that ends with its test at the latest. */
function run(...given: Parameters<typeof start>): Program {
  const program = start(...given);
  programs.push(program);
  return program;
}

async function endPrograms(): Promise<void> {
  for (const program of programs.splice(0)) {
    program.kill();
    await program.ended();
  }
}

describeOnMysql('a service that starts before its database', (createDatabase) => {
  let place: TestDatabase;
  let proxy: Proxy;
  let environment: Readonly<Record<string, string>>;

  beforeEach(async () => {
    place = await createDatabase();
    const url = new URL(place.environment.DATABASE_URL!);
    const port = await freePort();
    proxy = proxyTo(url.hostname, Number(url.port || 3306), port);
    [url.hostname, url.port] = ['127.0.0.1', String(port)];
    environment = { ...common, DATABASE_URL: url.href };
  });

  afterEach(async () => {
    await endPrograms();
    await proxy.close();
    await (await place.open()).close();
    await place.drop();
  });

  it('waits for the server, then for the tables, says so, and then serves', async () => {
    const port = await freePort();
    const service = run('main.ts', { ...environment, PORT: String(port) });
    await service.says('ECONNREFUSED');
    await proxy.open();
    await service.says('are not up to date: run');
    expect(service.said()).not.toContain('"msg":"ready"');
    const migration = run('cli.ts', environment, 'migrate');
    expect(await migration.ended()).toBe(0);
    await service.says('"msg":"ready"');
    const channel = new Channel(`127.0.0.1:${port}`);
    const { ticket } = await createClient(PortalService, channel).createTicket({
      description: 'The projector shows no picture',
      requestId: '8c1ba5a9-1c4b-4b5d-8d4c-7f6f2f1b0b11',
    });
    expect(ticket?.id).toBe(1n);
    channel.close();
    const lines = service.said().split('\n');
    const refused = lines.filter((line) => line.includes('ECONNREFUSED'));
    expect(refused).toHaveLength(1);
  });

  it('ends on a signal while it waits', async () => {
    const service = run('main.ts', { ...environment, PORT: '0' });
    await service.says('Trying again.');
    service.kill();
    expect(await service.ended()).toBe(0);
  });

  it('is not what migrate does: that fails at once, unless it is told to wait', async () => {
    const atOnce = run('cli.ts', environment, 'migrate');
    expect(await atOnce.ended()).toBe(78);
    expect(atOnce.said()).toMatch(/^Cannot use the database mysql:.*ECONNREFUSED.*\.\n$/);
    const impatient = run('cli.ts', environment, 'migrate', '--wait', '1');
    expect(await impatient.ended()).toBe(78);
    expect(impatient.said()).toMatch(/^(Cannot use the database .*ECONNREFUSED.*\.) Waiting\.\n\1\n$/);
    const patient = run('cli.ts', environment, 'migrate', '--wait', '600');
    await patient.says('Waiting.');
    await proxy.open();
    expect(await patient.ended()).toBe(0);
    expect(patient.said()).toMatch(/ECONNREFUSED.* Waiting\.\nThe tables are up to date\.\n$/);
  });
});

describeOnEachDatabase('a service on the tables of a newer version', (createDatabase) => {
  afterEach(endPrograms);

  it('serves if they were only expanded, and else ends at once', async () => {
    const place = await createDatabase();
    const database = await place.open();
    await database.migrate();
    const note = (name: string) =>
      database.write((manager) =>
        manager.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, '${name}')`),
      );
    await note('ExpandTickets9999999999999');
    const migration = run('cli.ts', place.environment, 'migrate');
    expect(await migration.ended()).toBe(0);
    expect(migration.said()).toBe(
      'The tables are up to date; a newer version has expanded them (ExpandTickets9999999999999).\n',
    );
    const service = run('main.ts', { ...common, ...place.environment, PORT: '0' });
    await service.says('"msg":"ready"');
    service.kill();
    expect(await service.ended()).toBe(0);
    await note('ContractTickets9999999999999');
    const refused = run('main.ts', { ...common, ...place.environment, PORT: '0' });
    expect(await refused.ended()).toBe(78);
    expect(refused.said()).toContain('newer version of Campus Desk (ContractTickets9999999999999)');
    await database.close();
    await place.drop();
  });
});

describe('a service whose settings cannot be right', () => {
  afterEach(endPrograms);

  it.each([
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db-0,db-0/desk' }],
    [
      'DATABASE_PASSWORD_FILE',
      { DATABASE_URL: 'mysql://desk@127.0.0.1:1/desk', DATABASE_PASSWORD_FILE: '/nowhere' },
    ],
  ])('ends at once and names %s', async (name, wrong) => {
    const folder = await mkdtemp(join(tmpdir(), 'campus-desk-'));
    const service = run('main.ts', { ...common, ...wrong, DATA_DIR: folder });
    expect(await service.ended()).toBe(78);
    expect(service.said()).toContain(name);
    await rm(folder, { recursive: true });
  });
});
