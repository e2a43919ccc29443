import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import type { Implementation } from '@campus-desk/kit/handlers';
import { createLogger } from '@campus-desk/kit/log';
import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { startServer, type Server } from '@campus-desk/kit/server';
import { rm } from 'node:fs/promises';
import { pageFolder } from './page-folder.ts';
import { ServiceProcess } from './service-process.ts';

/** A gateway before a portal that a test makes up; nothing else answers behind it. */
export type LoneGateway = {
  readonly url: string;
  readonly gateway: ServiceProcess;
  close(): Promise<void>;
};

/** An address of this machine at which nothing listens. */
const nowhere = '127.0.0.1:9';

const log = createLogger('portal', 'silent');

const withoutLimits = { RATE_LIMIT: 'off' };

/** Starts a portal with these handlers; the others answer UNIMPLEMENTED. */
export function startPortal(
  handlers: Implementation['handlers'],
  host = '127.0.0.1',
  port = 0,
): Promise<Server> {
  const missing = () => Promise.reject(new RpcError(Code.UNIMPLEMENTED, 'NOT_HERE', 'not in this test'));
  const others = Object.fromEntries(PortalService.methods.map(({ localName }) => [localName, missing]));
  return startServer({
    host,
    port,
    log,
    implementations: [{ service: PortalService, handlers: { ...others, ...handlers } }],
  });
}

/** Starts a gateway before a portal that runs already. */
export async function startGatewayBefore(
  address: string,
  environment: Readonly<Record<string, string>> = withoutLimits,
): Promise<LoneGateway> {
  const folder = await pageFolder();
  const gateway = new ServiceProcess('gateway', {
    TICKETS_ADDRESS: address,
    BACKLOG_ADDRESS: nowhere,
    RESOLUTION_ADDRESS: nowhere,
    WORKLOAD_ADDRESS: nowhere,
    PAGE_DIR: folder,
    ...environment,
  });
  await gateway.start();
  return {
    url: `http://${gateway.address}`,
    gateway,
    async close() {
      await gateway.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Starts a gateway before a portal with these handlers. */
export async function startLoneGateway(
  handlers: Implementation['handlers'],
  environment: Readonly<Record<string, string>> = withoutLimits,
): Promise<LoneGateway> {
  const portal = await startPortal(handlers);
  const gateway = await startGatewayBefore(`127.0.0.1:${portal.port}`, environment);
  return {
    ...gateway,
    async close() {
      await gateway.close();
      await portal.close();
    },
  };
}
