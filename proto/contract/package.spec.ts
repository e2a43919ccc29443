import { loadSync } from '@grpc/proto-loader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outsideProject, type OutsideProject } from './outside-project.ts';
import { loaded, protoFiles } from './proto-files.ts';

const root = join(import.meta.dirname, '../..');

let project: OutsideProject;
let contract: string;

beforeAll(async () => {
  project = await outsideProject();
  contract = join(project.folder, 'node_modules/@campus-desk/contract');
});
afterAll(() => project.close());

describe('the packed contract, installed outside the workspace', () => {
  it('has every proto file with all that it imports', () => {
    const files = loadSync(protoFiles, { includeDirs: [contract] });
    expect(Object.keys(files)).toEqual(Object.keys(loaded));
  });

  it('has nothing but the contract', () => {
    expect(globSync('**/*.{ts,js,proto}', { cwd: contract }).length).toBeGreaterThan(3 * protoFiles.length);
    expect(globSync('**/{*.spec.ts,.stamp}', { cwd: contract })).toEqual([]);
    expect(globSync('*', { cwd: contract }).sort()).toEqual(
      ['README.md', 'buf', 'campus', 'gen', 'index.d.ts', 'index.js', 'package.json'].sort(),
    );
  });

  it('is imported by each of its names', async () => {
    const names = [
      ...protoFiles.map((name) => name.replace('.proto', '')),
      'google/rpc/status',
      'google/rpc/error_details',
    ];
    const program = names.map(
      (name) => `console.log(Object.keys(await import('@campus-desk/contract/${name}')).length > 1);`,
    );
    await writeFile(join(project.folder, 'imports.js'), program.join('\n'));
    expect(await project.run('imports.js')).toBe('true\n'.repeat(names.length));
  });

  it('has types with which programs compile, and others do not', async () => {
    const compile = (...files: string[]) =>
      project.run(
        join(root, 'node_modules/typescript/bin/tsc'),
        '--noEmit',
        '--strict',
        '--target',
        'es2024',
        '--module',
        'nodenext',
        '--types',
        'node',
        '--allowImportingTsExtensions',
        ...files,
      );
    expect(await compile('connect.ts', 'grpc.ts')).toBe('');
    await writeFile(
      join(project.folder, 'wrong.ts'),
      "import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';\nexport const colourOf = (ticket: Ticket) => ticket.colour;\n",
    );
    await expect(compile('wrong.ts')).rejects.toMatchObject({
      stdout: expect.stringContaining("Property 'colour' does not exist on type"),
    });
  });
});
