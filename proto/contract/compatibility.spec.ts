import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readContract } from '../../scripts/contract-descriptors.ts';
import { contractFiles, listingFile } from '../../scripts/contract-files.ts';
import { contractListing } from '../../scripts/contract-listing.ts';

const root = join(import.meta.dirname, '../..');

let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'campus-contract-'));
  for (const name of ['buf.yaml', 'proto/campus', 'proto/buf'])
    await cp(join(root, name), join(workspace, name), { recursive: true });
});
afterEach(() => rm(workspace, { recursive: true }));

/** Changes a file of the copied contract. */
async function change(name: string, before: string | RegExp, after: string): Promise<void> {
  const path = join(workspace, 'proto/campus', name);
  const proto = await readFile(path, 'utf8');
  const changed = proto.replace(before, after);
  if (changed === proto) throw new Error(`${name} has no ${String(before)}`);
  await writeFile(path, changed);
}

/** What CI runs, and what it says of the contract in a folder. */
async function breaking(folder: string): Promise<{ exit: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/breaking.ts'), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, errors, [exit]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exit, said: out + errors };
}

describe('what is made from the proto files', () => {
  it('is as the proto files are: else run `npm run contract` and look at what changed', async () => {
    const files = await contractFiles();
    expect(files.size).toBe(2);
    for (const [path, made] of files) expect(readFileSync(path, 'utf8')).toBe(made);
  });

  it.each([
    ['a new field', 'tickets/v1/ticket.proto', /int64 id = 1;/, 'int64 id = 1;\n  string colour = 99;'],
    ['a new RPC', 'portal/v1/portal.proto', /(rpc )GetTicket(.*\n)/, '$1GetTicket$2$1ReadTicket$2'],
    ['another bound', 'portal/v1/portal.proto', 'max_len = 80]', 'max_len = 81]'],
    ['a bound fewer', 'portal/v1/portal.proto', / \[\(buf\.validate\.field\)\.int32\.gte = 0\]/, ''],
  ])('shows %s, and leaves clients of the last release as they are', async (_, name, before, after) => {
    await change(name, before, after);
    const listing = contractListing(await readContract(workspace));
    expect(listing).not.toBe(readFileSync(listingFile, 'utf8'));
    expect(await breaking(workspace)).toEqual({ exit: 0, said: '' });
  });
});

describe('the contract of the last release', () => {
  it('is kept', async () => {
    expect(await breaking(root)).toEqual({ exit: 0, said: '' });
  });

  it.each([
    ['a field that is gone', 'tickets/v1/ticket.proto', /\n {2}string title = 2;/, '', '"title"'],
    ['another number', 'tickets/v1/ticket.proto', 'string title = 2;', 'string title = 99;', '"2"'],
    ['another name', 'tickets/v1/ticket.proto', 'string title = 2;', 'string name = 2;', '"title"'],
    ['another type', 'tickets/v1/ticket.proto', 'int32 version = 15;', 'string version = 15;', '"version"'],
    ['an RPC that is gone', 'portal/v1/portal.proto', /\n {2}rpc CountTickets.*/, '', '"CountTickets"'],
    [
      'a stream that is none',
      'portal/v1/portal.proto',
      '(stream WatchTickets',
      '(WatchTickets',
      '"WatchTickets"',
    ],
    ['a value that is gone', 'tickets/v1/ticket.proto', /\n {2}SIDE_HELPDESK = 2;/, '', '"2"'],
  ])('is broken by %s, which CI refuses and says what to do', async (_, name, before, after, named) => {
    await change(name, before, after);
    const { exit, said } = await breaking(workspace);
    expect(exit).toBe(1);
    expect(said).toContain(name);
    expect(said).toContain(named);
    expect(said).toContain('add beside it');
  });
});
