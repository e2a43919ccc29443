import { readConfig, StartError } from '@campus-desk/kit/config';
import { describe, expect, it } from '@jest/globals';
import { ticketsConfig } from './config.ts';

function mistakesIn(environment: Record<string, string>): string {
  try {
    readConfig(ticketsConfig, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as Error).message;
  }
  return '';
}

it('needs nothing', () => {
  expect(readConfig(ticketsConfig, { DATABASE_URL: '' })).toEqual({
    PORT: 50051,
    HOST: '0.0.0.0',
    LOG_LEVEL: 'info',
    DATA_DIR: '.data',
    CAMPUS_TIME_ZONE: 'UTC',
  });
});

it('takes what is given', () => {
  const DATABASE_URL = 'mysql://desk:pass%23word@db.campus:3306/campus_desk';
  expect(
    readConfig(ticketsConfig, { DATABASE_URL, CAMPUS_TIME_ZONE: 'Europe/Rome', PORT: '0' }),
  ).toMatchObject({ DATABASE_URL, CAMPUS_TIME_ZONE: 'Europe/Rome', PORT: 0 });
});

it('takes several hosts, and a file for the password', () => {
  const DATABASE_URL = 'mysql://desk@db-0:3306,db-1:3306,db-2/campus_desk';
  const DATABASE_PASSWORD_FILE = '/run/secrets/database';
  expect(readConfig(ticketsConfig, { DATABASE_URL, DATABASE_PASSWORD_FILE })).toMatchObject({
    DATABASE_URL,
    DATABASE_PASSWORD_FILE,
  });
});

it('names all mistakes at once', () => {
  const message = mistakesIn({
    DATABASE_URL: 'postgres://h/d',
    CAMPUS_TIME_ZONE: 'Rome',
    PORT: 'x',
    LOG_LEVEL: 'loud',
  });
  for (const variable of ['DATABASE_URL', 'CAMPUS_TIME_ZONE', 'PORT', 'LOG_LEVEL'])
    expect(message).toContain(variable);
});

describe('a wrong DATABASE_URL', () => {
  it.each([
    ['no address at all', 'sesame', 'must look like mysql://'],
    ['of another kind', 'postgres://desk:sesame@db:3306/campus_desk', 'must look like mysql://'],
    ['without a server', 'mysql:///campus_desk', 'must look like mysql://'],
    ['without a database', 'mysql://desk:sesame@db:3306', 'must end with the name of a database'],
  ])('%s is named without the password in it', (_, url, hint) => {
    const message = mistakesIn({ DATABASE_URL: url });
    expect(message).toContain(`DATABASE_URL ${hint}`);
    expect(message).not.toContain('sesame');
  });
});
