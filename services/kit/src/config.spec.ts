import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { address, readConfig, serverConfig, StartError } from './config.ts';

const refusal = (shape: z.ZodRawShape, environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(shape, environment);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  throw new Error('the environment was not refused');
};

describe('readConfig', () => {
  it('takes defaults for what is absent, empty or blank', () => {
    const expected = { PORT: 50051, HOST: '0.0.0.0', LOG_LEVEL: 'info' };
    expect(readConfig(serverConfig, {})).toEqual(expected);
    expect(readConfig(serverConfig, { PORT: '', HOST: '', LOG_LEVEL: '' })).toEqual(expected);
    expect(readConfig(serverConfig, { PORT: ' ', LOG_LEVEL: '\t' })).toEqual(expected);
  });

  it('takes what is given and leaves the rest of the environment alone', () => {
    const given = { PORT: '0', HOST: '::1', LOG_LEVEL: 'warn', PATH: '/bin' };
    expect(readConfig(serverConfig, given)).toEqual({ PORT: 0, HOST: '::1', LOG_LEVEL: 'warn' });
  });

  it('names every mistake at once', () => {
    const shape = { ...serverConfig, TICKETS_ADDRESS: address, OTHER_ADDRESS: address };
    const message = refusal(shape, { PORT: 'web', LOG_LEVEL: 'loud', OTHER_ADDRESS: 'nowhere' });
    expect(message).toBe(
      'The environment is wrong: PORT must be a port number; LOG_LEVEL must be a level such as info or debug; ' +
        'TICKETS_ADDRESS is missing: give host:port; OTHER_ADDRESS must look like host:port.',
    );
  });

  it.each(['-1', '65536', '1.5', 'Infinity', '80 81'])('refuses the port %j', (PORT) => {
    expect(refusal(serverConfig, { PORT })).toMatch(/: PORT must be (a port number|at most 65535)\.$/);
  });

  it.each(['localhost:50051', '10.0.0.1:1', '[::1]:50051', 'tickets.desk.svc:443'])(
    'takes the address %s',
    (given) => {
      expect(readConfig({ A: address }, { A: given })).toEqual({ A: given });
    },
  );

  it.each(['localhost', ':1', 'a b:1', 'host:', 'host:123456'])('refuses the address %j', (A) => {
    expect(refusal({ A: address }, { A })).toBe('The environment is wrong: A must look like host:port.');
  });
});
