import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of this machine is; undefined if it has none of that name. */
export function findProgram(name: string): string | undefined {
  const folders = [...String(process.env.PATH).split(delimiter), '/usr/sbin', '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Where a Chromium of this machine is: the one that CHROMIUM_PATH names, else that of its packages. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return process.env.CHROMIUM_PATH ?? names.map(findProgram).find((path) => path !== undefined);
}

/** Installs a package of Debian's where that can be done: as root, with apt-get. */
export function installPackage(name: string): void {
  if (process.getuid?.() !== 0 || findProgram('apt-get') === undefined) return;
  process.stdout.write(`Installing ${name} for the tests …\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: 'ignore',
    env: environment,
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: either way it cannot be used.
    return false;
  }
}
