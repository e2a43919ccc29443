import { memoryOptions } from '@campus-desk/analysis/memory';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { post, type Answer } from './json-calls.ts';
import { pageFolder } from './page-folder.ts';
import { migrate, seed, ServiceProcess } from './service-process.ts';

/** The time zone of its campus. */
export const campusTimeZone = 'Europe/Rome';

/** The whole desk: five programs, as outside of tests, on an embedded database of its own unless it is given one. */
export type WholeDesk = {
  /** Where the gateway listens. */
  readonly url: string;
  readonly services: Readonly<
    Record<'tickets' | 'backlog' | 'resolution' | 'workload' | 'gateway', ServiceProcess>
  >;
  /** Every replica of the ticket service, and where they listen, as a client wants it. */
  readonly replicas: readonly ServiceProcess[];
  readonly ticketsAddress: string;
  /** Calls an RPC through the gateway by JSON; `method` as in `portal.v1.PortalService/GetTicket`. */
  call(method: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
};

type Options = {
  /** Whether it begins with the demo year, as `npm start`; else it is empty. */
  readonly demo?: boolean;
  /** The environment that names its database. */
  readonly database?: Readonly<Record<string, string>>;
  /** How many replicas the ticket service has. */
  readonly replicas?: number;
};

/**
 * Starts the whole desk on ports that are free.
 * @param common what every program finds in its environment
 */
export async function startWholeDesk(
  common: Readonly<Record<string, string>> = {},
  { demo = false, database, replicas: replicaCount = 1 }: Options = {},
): Promise<WholeDesk> {
  const folders = [await mkdtemp(join(tmpdir(), 'campus-desk-')), await pageFolder()] as const;
  const environment = {
    ...common,
    CAMPUS_TIME_ZONE: campusTimeZone,
    DATABASE_URL: '',
    DATA_DIR: folders[0],
    ...database,
  };
  await migrate(environment);
  if (demo) await seed(environment);
  const replicas = Array.from({ length: replicaCount }, () => new ServiceProcess('tickets', environment));
  await Promise.all(replicas.map((replica) => replica.start()));
  const TICKETS_ADDRESS = `ipv4:${replicas.map(({ address }) => address).join(',')}`;
  const ofAnalyses = { ...common, TICKETS_ADDRESS, NODE_OPTIONS: memoryOptions };
  const [backlog, resolution, workload] = [
    new ServiceProcess('backlog', ofAnalyses),
    new ServiceProcess('resolution', ofAnalyses),
    new ServiceProcess('workload', ofAnalyses),
  ];
  await Promise.all([backlog, resolution, workload].map((analysis) => analysis.start()));
  const gateway = new ServiceProcess('gateway', {
    ...common,
    TICKETS_ADDRESS,
    BACKLOG_ADDRESS: backlog.address,
    RESOLUTION_ADDRESS: resolution.address,
    WORKLOAD_ADDRESS: workload.address,
    PAGE_DIR: folders[1],
    RATE_LIMIT: 'off',
  });
  await gateway.start();
  const services = { tickets: replicas[0]!, backlog, resolution, workload, gateway };
  const url = `http://${gateway.address}`;
  return {
    url,
    services,
    replicas,
    ticketsAddress: TICKETS_ADDRESS,
    call: (method, body, headers) => post(url, `campus.${method}`, body, headers),
    async close() {
      const programs = new Set([...replicas, ...Object.values(services)]);
      await Promise.all([...programs].map((program) => program.stop()));
      for (const folder of folders) await rm(folder, { recursive: true });
    },
  };
}
