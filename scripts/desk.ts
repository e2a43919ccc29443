// The whole desk on one machine: five programs, kept running until a signal stops them.
import { memoryOptions } from '@campus-desk/analysis/memory';
import { port, readConfig, serverConfig, StartError } from '@campus-desk/kit/config';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { gatewayConfig } from '../services/gateway/src/config.ts';
import { databaseConfig, timeZoneConfig } from '../services/tickets/src/config.ts';
import { root } from './setup.js';
import { Supervisor, type Program } from './supervisor.ts';
import { watchSources } from './watch-sources.ts';

const service = (name: string) => join(root, `services/${name}/src/main.ts`);

const stopped = new Promise<void>((stop) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(signal, () => stop());
});

try {
  await runDesk();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
  process.exit(1);
}

async function runDesk(): Promise<void> {
  const config = readConfig({
    ...databaseConfig,
    ...timeZoneConfig,
    PORT: port.min(1).default(8080),
    HOST: z.string().default('localhost'),
    DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
    RATE_LIMIT: gatewayConfig.RATE_LIMIT,
    LOG_LEVEL: serverConfig.LOG_LEVEL,
  });
  await requireFree(config.PORT, config.HOST);
  const dataDir = resolve(config.DATA_DIR);
  await ticketsCommand('migrate', dataDir);
  if ((config.DEMO ?? (config.DATABASE_URL === undefined ? '1' : '0')) === '1')
    await ticketsCommand('seed', dataDir);

  const supervisor = new Supervisor(join(dataDir, 'logs'));
  const names = ['tickets', 'backlog', 'resolution', 'workload'] as const;
  const ports = await freePorts(names.length);
  const addresses = Object.fromEntries(names.map((name, index) => [name, `127.0.0.1:${ports[index]}`]));
  const environment = {
    DATA_DIR: dataDir,
    ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_ADDRESS`, String(addresses[name])])),
  };
  const programs: Program[] = names.map((name, index) => ({
    name,
    file: service(name),
    environment: {
      ...environment,
      HOST: '127.0.0.1',
      PORT: String(ports[index]),
      ...(name !== 'tickets' && { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${memoryOptions}` }),
    },
  }));
  programs.push({
    name: 'gateway',
    file: service('gateway'),
    environment: {
      ...environment,
      HOST: config.HOST,
      PORT: String(config.PORT),
      PAGE_DIR: join(root, 'frontend/dist/browser'),
    },
  });
  try {
    const ready = Promise.all(programs.map((program) => supervisor.start(program)));
    ready.catch(() => undefined);
    if (await Promise.race([ready.then(() => true), stopped.then(() => false)])) {
      process.stdout.write(`Campus Desk is ready at http://localhost:${config.PORT}\n`);
      if (process.argv.includes('--watch')) watchSources(supervisor, programs);
      await stopped;
    }
  } finally {
    await supervisor.stop();
  }
}

function ticketsCommand(command: 'migrate' | 'seed', dataDir: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'services/tickets/src/cli.ts'), command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DATA_DIR: dataDir },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((settle, reject) => {
    child.once('close', (code) => {
      if (code === 0) settle();
      else reject(new StartError(said.trim()));
    });
  });
}

function requireFree(wanted: number, host: string): Promise<void> {
  return new Promise((settle, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      reject(
        new StartError(`Port ${wanted} cannot be used (${error.message}): free it, or set PORT to another.`),
      );
    });
    probe.listen(wanted, host, () => probe.close(() => settle()));
  });
}

/** Ports of the loopback address that are free now, below those that the system hands out by itself. */
async function freePorts(count: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let candidate = 20_000 + Math.floor(Math.random() * 10_000); found.length < count; candidate++) {
    const free = await requireFree(candidate, '127.0.0.1').then(
      () => true,
      () => false,
    );
    if (free) found.push(candidate);
  }
  return found;
}
