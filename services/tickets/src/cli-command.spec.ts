import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './cli-command.ts';

const parse = (line: string) => parseCommand(line.split(' ').filter((word) => word !== ''));

describe('the command line', () => {
  it.each([
    ['migrate', { name: 'migrate', patience: 0 }],
    ['migrate --wait 90', { name: 'migrate', patience: 90_000 }],
    ['verify', { name: 'verify', mends: false }],
    ['verify --rebuild', { name: 'verify', mends: true }],
    ['seed', { name: 'seed', plan: undefined }],
    [
      'seed --tickets 10000000 --months 60 --seed 4294967295 --until 2026-10-01T00:00:00Z',
      {
        name: 'seed',
        plan: { tickets: 10_000_000, months: 60, seed: 4_294_967_295, until: Date.UTC(2026, 9, 1) },
      },
    ],
    [
      'seed --until 2026-10-01T00:00:00Z --tickets 1',
      { name: 'seed', plan: { tickets: 1, months: 12, seed: 1, until: Date.UTC(2026, 9, 1) } },
    ],
  ])('understands "%s"', (line, command) => {
    expect(parse(line)).toEqual(command);
  });

  it('takes now for the end where none is given', () => {
    const before = Date.now();
    const command = parse('seed --tickets 1');
    const until = command?.name === 'seed' ? command.plan?.until : undefined;
    expect(until).toBeGreaterThanOrEqual(before);
    expect(until).toBeLessThanOrEqual(Date.now());
  });

  it.each([
    '',
    'nonsense',
    '--help',
    'migrate twice',
    'migrate --force',
    'migrate --wait',
    'migrate --wait long',
    'migrate --wait=-1',
    'migrate --rebuild',
    'seed --wait 1',
    'seed --months 6',
    'seed --tickets 0',
    'seed --tickets 1e3',
    'seed --tickets 100000001',
    'seed --tickets 1 --months 0',
    'seed --tickets 1 --seed 4294967296',
    'seed --tickets 1 --until soon',
    'verify --tickets 1',
    'verify now',
  ])('does not understand "%s"', (line) => {
    expect(parse(line)).toBeUndefined();
  });
});
