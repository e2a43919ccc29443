import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.js';
import { watchPage } from './watch-page.ts';
import type { Program, Supervisor } from './supervisor.ts';

/** Restarts a program when its sources change, all of them when what they share does, and rebuilds the page. */
export function watchSources(supervisor: Supervisor, programs: readonly Program[]): void {
  const due = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const changed = (name: string | undefined) => {
    for (const program of programs) if (name === undefined || program.name === name) due.add(program.name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const program of due) supervisor.restart(program);
      due.clear();
    }, 100);
  };
  watch(join(root, 'services'), { recursive: true }, (_event, file) => {
    if (file === null || !file.endsWith('.ts') || file.endsWith('.spec.ts')) return;
    const [folder] = file.split('/');
    changed(programs.some(({ name }) => name === folder) ? folder : undefined);
  });
  watch(join(root, 'proto/gen'), { recursive: true }, () => changed(undefined));
  watchPage();
}
