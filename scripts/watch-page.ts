import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.js';

/** Builds the page again whenever a file of it changes. */
export function watchPage(): ChildProcess {
  const ng = '../node_modules/@angular/cli/bin/ng.js';
  return spawn(process.execPath, [ng, 'build', '--watch', '--configuration=development'], {
    cwd: join(root, 'frontend'),
    stdio: 'inherit',
  });
}
