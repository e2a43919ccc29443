import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from './cli.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { everything, ticketsIn } from './tables.ts';

describe('the command line, with or without a database', () => {
  it('explains itself to who asks for what it cannot do', async () => {
    const wrong = [[], ['nonsense'], ['migrate', '--force'], ['seed', '--tickets'], ['verify', 'now']];
    for (const { code, stdout, stderr } of await Promise.all(wrong.map((args) => runCli({}, ...args)))) {
      expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
      expect(stderr).toMatch(
        /^usage: node services\/tickets\/src\/cli.ts COMMAND\n[^]*migrate [^]*seed [^]*verify /,
      );
      expect(stderr).not.toContain('    at ');
    }
  });

  it('names what is wrong with the environment', async () => {
    const wrong = { DATABASE_URL: 'sesame', CAMPUS_TIME_ZONE: 'Rome' };
    const { code, stderr } = await runCli(wrong, 'migrate');
    expect(code).toBe(78);
    expect(stderr).toMatch(/^The environment is wrong: DATABASE_URL must .*; CAMPUS_TIME_ZONE must .*\.\n$/);
  });
});

describeOnEachDatabase('the command line', (createDatabase) => {
  let place: TestDatabase;

  beforeAll(async () => {
    place = await createDatabase();
  });

  afterAll(() => place.drop());

  it('seeds no database without tables', async () => {
    const { code, stderr } = await runCli(place.environment, 'seed');
    expect(code).toBe(78);
    expect(stderr).toContain('are not up to date: run "node services/tickets/src/cli.ts migrate".\n');
  });

  it('migrates, once and again', async () => {
    for (let time = 0; time < 2; time++)
      expect(await runCli(place.environment, 'migrate')).toMatchObject({
        code: 0,
        stdout: 'The tables are up to date.\n',
        stderr: '',
      });
  });

  it('seeds 150 tickets, at least 40 of them not closed, once', async () => {
    expect(await runCli(place.environment, 'seed')).toMatchObject({
      code: 0,
      stdout: 'Added 150 tickets.\n',
      stderr: '',
    });
    const database = await place.open();
    const tickets = await ticketsIn(database);
    expect(tickets).toHaveLength(150);
    expect(tickets.filter(({ status }) => status !== 'closed').length).toBeGreaterThanOrEqual(40);
    expect(Math.max(...tickets.map(({ modifiedAt }) => modifiedAt))).toBeLessThanOrEqual(Date.now());

    const before = await everything(database);
    expect(await runCli(place.environment, 'seed')).toMatchObject({
      code: 0,
      stdout: 'There are tickets already; nothing was added.\n',
    });
    expect(await everything(database)).toEqual(before);
    await database.close();
  });
});
