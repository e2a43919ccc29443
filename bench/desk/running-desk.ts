import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceProcess } from './service-process.ts';

/** Where no analysis listens: none is measured. */
const nowhere = '127.0.0.1:9';

/** The ticket service, on one or more replicas, and a gateway before them. */
export type RunningDesk = {
  readonly replicas: readonly ServiceProcess[];
  readonly gateway: ServiceProcess;
  /** Where all replicas are, for a client that balances its calls over them. */
  readonly address: string;
  close(): Promise<void>;
};

/** Starts them on a database with tables. */
export async function startDesk(databaseUrl: string, replicaCount: number): Promise<RunningDesk> {
  const page = await mkdtemp(join(tmpdir(), 'campus-desk-bench-'));
  const started: ServiceProcess[] = [];
  const start = async (name: string, environment: Readonly<Record<string, string>>) => {
    const service = await ServiceProcess.start(name, environment);
    started.push(service);
    return service;
  };
  const close = async () => {
    await Promise.all(started.map((service) => service.stop()));
    await rm(page, { recursive: true });
  };
  try {
    await writeFile(join(page, 'index.html'), '<!doctype html>');
    for (let replica = 0; replica < replicaCount; replica++)
      await start('tickets', { DATABASE_URL: databaseUrl });
    const replicas = [...started];
    const address = `ipv4:${replicas.map((replica) => replica.address).join(',')}`;
    const gateway = await start('gateway', {
      TICKETS_ADDRESS: address,
      BACKLOG_ADDRESS: nowhere,
      RESOLUTION_ADDRESS: nowhere,
      WORKLOAD_ADDRESS: nowhere,
      PAGE_DIR: page,
      RATE_LIMIT: 'off',
    });
    return { replicas, gateway, address, close };
  } catch (error) {
    await close();
    throw error;
  }
}
