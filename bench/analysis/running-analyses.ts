import { memoryOptions as NODE_OPTIONS } from '@campus-desk/analysis/memory';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceProcess } from '../desk/service-process.ts';
import { analyses, type AnalysisName } from './questions.ts';

const emptyAnalyses = join(import.meta.dirname, 'empty-analyses.ts');

/** A desk with its analyses, and beside it a gateway before analyses that answer nothing. */
export type RunningAnalyses = {
  readonly tickets: ServiceProcess;
  readonly analyses: ReadonlyMap<AnalysisName, ServiceProcess>;
  readonly gateway: ServiceProcess;
  readonly empty: ServiceProcess;
  readonly emptyGateway: ServiceProcess;
  /** How long each analysis took from its start until it could answer, in milliseconds. */
  readonly startToReady: ReadonlyMap<AnalysisName, number>;
  close(): Promise<void>;
};

/** Starts them on a database with tables, the analyses one after the other. */
export async function startAnalyses(databaseUrl: string): Promise<RunningAnalyses> {
  const page = await mkdtemp(join(tmpdir(), 'campus-desk-bench-'));
  const started: ServiceProcess[] = [];
  const start = async (...given: Parameters<typeof ServiceProcess.start>) => {
    const service = await ServiceProcess.start(...given);
    started.push(service);
    return service;
  };
  const startGateway = (tickets: ServiceProcess, addressOf: (name: AnalysisName) => string) =>
    start('gateway', {
      TICKETS_ADDRESS: tickets.address,
      BACKLOG_ADDRESS: addressOf('backlog'),
      RESOLUTION_ADDRESS: addressOf('resolution'),
      WORKLOAD_ADDRESS: addressOf('workload'),
      PAGE_DIR: page,
      RATE_LIMIT: 'off',
    });
  const close = async () => {
    await Promise.all(started.map((service) => service.stop()));
    await rm(page, { recursive: true });
  };
  try {
    await writeFile(join(page, 'index.html'), '<!doctype html>');
    const tickets = await start('tickets', { DATABASE_URL: databaseUrl });
    const running = new Map<AnalysisName, ServiceProcess>();
    const startToReady = new Map<AnalysisName, number>();
    for (const name of analyses) {
      const began = performance.now();
      running.set(name, await start(name, { TICKETS_ADDRESS: tickets.address, NODE_OPTIONS }));
      startToReady.set(name, performance.now() - began);
    }
    const empty = await start('empty analyses', { NODE_OPTIONS }, emptyAnalyses);
    return {
      tickets,
      analyses: running,
      gateway: await startGateway(tickets, (name) => running.get(name)!.address),
      empty,
      emptyGateway: await startGateway(tickets, () => empty.address),
      startToReady,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
