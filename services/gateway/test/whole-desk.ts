import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { post, type Answer } from './json-calls.ts';
import { pageFolder } from './page-folder.ts';
import { migrate, seed, ServiceProcess } from './service-process.ts';

/** The whole desk on an embedded database of its own: five programs, as outside of tests. */
export type WholeDesk = {
  /** Where the gateway listens. */
  readonly url: string;
  readonly services: Readonly<
    Record<'tickets' | 'backlog' | 'resolution' | 'workload' | 'gateway', ServiceProcess>
  >;
  /** Calls an RPC through the gateway by JSON; `method` as in `portal.v1.PortalService/GetTicket`. */
  call(method: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
};

/**
 * Starts the whole desk on ports that are free.
 * @param common what every program finds in its environment
 * @param demo whether it begins with the demo year, as `npm start`; else it is empty
 */
export async function startWholeDesk(
  common: Readonly<Record<string, string>> = {},
  { demo = false } = {},
): Promise<WholeDesk> {
  const folders = [await mkdtemp(join(tmpdir(), 'campus-desk-')), await pageFolder()] as const;
  await migrate(folders[0]);
  if (demo) await seed(folders[0]);
  const environment = {
    ...common,
    DATABASE_URL: '',
    DATA_DIR: folders[0],
    CAMPUS_TIME_ZONE: 'Europe/Rome',
  };
  const tickets = new ServiceProcess('tickets', environment);
  await tickets.start();
  const TICKETS_ADDRESS = tickets.address;
  const [backlog, resolution, workload] = [
    new ServiceProcess('backlog', { ...common, TICKETS_ADDRESS }),
    new ServiceProcess('resolution', { ...common, TICKETS_ADDRESS }),
    new ServiceProcess('workload', { ...common, TICKETS_ADDRESS }),
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
  const services = { tickets, backlog, resolution, workload, gateway };
  const url = `http://${gateway.address}`;
  return {
    url,
    services,
    call: (method, body, headers) => post(url, `campus.${method}`, body, headers),
    async close() {
      await Promise.all(Object.values(services).map((service) => service.stop()));
      for (const folder of folders) await rm(folder, { recursive: true });
    },
  };
}
