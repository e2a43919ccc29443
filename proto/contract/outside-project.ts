import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, glob, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const examples = join(root, 'examples');

/** What the examples depend on, with the versions. */
export const { dependencies } = JSON.parse(readFileSync(join(examples, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** A folder outside the workspace with the examples, into which the packed contract was installed, as any other package. */
export type OutsideProject = {
  readonly folder: string;
  /** Runs a program of Node in it; answers what it printed. @throws Error with what it printed */
  run(file: string, ...options: readonly string[]): Promise<string>;
  close(): Promise<void>;
};

/** As a shell has it, without what npm tells its own scripts. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/**
 * Makes such a folder without a network: npm packs the contract and its one dependency here, and installs them there. The
 * other libraries of the examples are linked.
 */
export async function outsideProject(): Promise<OutsideProject> {
  const folder = await mkdtemp(join(tmpdir(), 'campus-outside-'));
  const npm = (cwd: string, ...options: readonly string[]) =>
    run('npm', [...options, `--cache=${join(folder, '.npm')}`, '--loglevel=error'], {
      cwd,
      env: environment,
    });
  await npm(root, 'pack', '--workspace=proto', `--pack-destination=${folder}`);
  await npm(
    root,
    'pack',
    './node_modules/@bufbuild/protobuf',
    '--ignore-scripts',
    `--pack-destination=${folder}`,
  );
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packed = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await npm(folder, 'install', '--offline', '--no-audit', ...packed.map((name) => `./${name}`));
  const { '@campus-desk/contract': _contract, ...libraries } = dependencies;
  for (const name of [...Object.keys(libraries), '@types/node']) {
    const place = join(folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(root, 'node_modules', name), place);
  }
  for await (const name of glob('*.ts', { cwd: examples }))
    await cp(join(examples, name), join(folder, name));
  return {
    folder,
    async run(file, ...options) {
      const { stdout } = await run(process.execPath, [file, ...options], { cwd: folder, env: environment });
      return stdout;
    },
    close: () => rm(folder, { recursive: true }),
  };
}
