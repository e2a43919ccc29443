import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { dependencies, outsideProject, type OutsideProject } from './outside-project.ts';

const root = join(import.meta.dirname, '../..');

let desk: WholeDesk;
let project: OutsideProject;

beforeAll(async () => {
  [desk, project] = await Promise.all([startWholeDesk(), outsideProject()]);
});
afterAll(() => Promise.all([desk.close(), project.close()]));

describe('the examples, outside the workspace', () => {
  it.each([
    ['connect.ts', () => desk.url, 'TICKET_NOT_FOUND'],
    ['grpc.ts', () => desk.services.tickets.address, 'ticket_id: there is no ticket 999999999'],
  ])('report, post, list, and meet a refusal: %s', async (file, address, refusal) => {
    const before = await desk.call('helpdesk.v1.HelpdeskService/ListTickets');
    const printed = await project.run(file, address());
    const title = 'The lamp over seat 12 flickers';
    const there = before.body.tickets as { id: string; title: string }[];
    const others = there.map((ticket) => `open: ${ticket.id}, ${ticket.title} (1)`);
    const id = there.length + 1;
    expect(printed.trimEnd().split('\n')).toEqual([
      `reported ticket ${id}: ${title}`,
      'posted: It flickers in the evening only.',
      `open: ${id}, ${title} (1)`,
      ...others,
      `refused: ${refusal}`,
    ]);
    const { body } = await desk.call('helpdesk.v1.HelpdeskService/ListMessages', { ticketId: String(id) });
    expect(body.messages).toMatchObject([{ body: 'It flickers in the evening only.' }]);
  });

  it('are all run', () => {
    expect(globSync('*.ts', { cwd: join(root, 'examples') }).sort()).toEqual(['connect.ts', 'grpc.ts']);
  });

  it('name the versions that they are tested with', () => {
    const installed = Object.keys(dependencies).map((name) => {
      const path = join(root, 'node_modules', name, 'package.json');
      return [name, (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version];
    });
    expect(dependencies).toEqual(Object.fromEntries(installed));
  });
});
