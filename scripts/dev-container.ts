// One service in a container of `skaffold dev`: it starts again whenever a file of it is synced into the container, and
// beside the gateway the page is built again. INSPECT (as `0.0.0.0:9229`) opens Node's debugger.
import { spawn, type ChildProcess } from 'node:child_process';
import { watchPage } from './watch-page.ts';

const service = process.env.SERVICE ?? '';
const inspect = process.env.INSPECT === undefined ? [] : [`--inspect=${process.env.INSPECT}`];
const main = spawn(process.execPath, ['--watch', ...inspect, `services/${service}/src/main.ts`], {
  stdio: 'inherit',
});
const children: readonly ChildProcess[] = service === 'gateway' ? [main, watchPage()] : [main];
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => children.forEach((child) => child.kill(signal)));
main.once('exit', (code) => process.exit(code ?? 1));
