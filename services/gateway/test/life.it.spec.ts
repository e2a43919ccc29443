import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { startLoneGateway, type LoneGateway } from './lone-gateway.ts';
import { pageFolder } from './page-folder.ts';
import { ServiceProcess } from './service-process.ts';
import { transports } from './transports.ts';

const somewhere = '127.0.0.1:9';
const upstream = {
  TICKETS_ADDRESS: somewhere,
  BACKLOG_ADDRESS: somewhere,
  RESOLUTION_ADDRESS: somewhere,
  WORKLOAD_ADDRESS: somewhere,
};

describe('a gateway that cannot start', () => {
  it('says how to get a page', async () => {
    const gateway = new ServiceProcess('gateway', { ...upstream, PAGE_DIR: '/nowhere/browser' });
    await expect(gateway.start()).rejects.toThrow(
      'gateway ended with 78: There is no page in /nowhere/browser: build it by "npm run build", or set PAGE_DIR',
    );
  });

  it('says which address is taken', async () => {
    const folder = await pageFolder();
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const gateway = new ServiceProcess('gateway', { ...upstream, PAGE_DIR: folder, PORT: String(port) });
    await expect(gateway.start()).rejects.toThrow(
      `gateway ended with 78: Cannot listen on 127.0.0.1:${port}: `,
    );
    holder.close();
    await rm(folder, { recursive: true });
  });

  it('names everything that is wrong with its environment at once', async () => {
    const gateway = new ServiceProcess('gateway', {
      ...upstream,
      BACKLOG_ADDRESS: '',
      RATE_LIMIT: 'maybe',
      TRUST_PROXY: 'everybody',
    });
    const said = gateway.start();
    await expect(said).rejects.toThrow('BACKLOG_ADDRESS is missing: give host:port');
    await expect(said).rejects.toThrow('RATE_LIMIT must be on or off');
    await expect(said).rejects.toThrow('TRUST_PROXY must be addresses and networks');
  });
});

describe('a gateway that stops', () => {
  let gateway: LoneGateway;
  let running: PromiseWithResolvers<void>;
  let finish: PromiseWithResolvers<void>;

  beforeEach(async () => {
    running = Promise.withResolvers();
    finish = Promise.withResolvers();
    gateway = await startLoneGateway({
      async getTicket() {
        running.resolve();
        await finish.promise;
        return { revision: 3n };
      },
      async *watchTickets(_, { signal }) {
        yield { revision: 1n };
        await once(signal, 'abort');
      },
    });
  });
  afterEach(() => gateway.close());

  it.each(transports)(
    'tells the readers of streams, and lets a running call finish: %s',
    async (_, transport) => {
      const portal = createClient(PortalService, transport(gateway.url));
      const changes = portal.watchTickets({})[Symbol.asyncIterator]();
      await changes.next();
      const call = portal.getTicket({ ticketId: 1n });
      await running.promise;
      const ended = changes.next().catch((reason: unknown) => reason);
      const stopped = gateway.gateway.stop();
      const error = await ended;
      expect(error).toBeInstanceOf(ConnectError);
      expect((error as ConnectError).code).toBe(Code.Unavailable);
      expect((error as ConnectError).findDetails(ErrorInfoSchema)).toMatchObject([{ reason: 'STOPPING' }]);
      finish.resolve();
      expect(await call).toMatchObject({ revision: 3n });
      expect(await stopped).toBe(0);
    },
  );

  it('cuts a call that does not finish, and ends', async () => {
    const call = createClient(PortalService, transports[0]![1](gateway.url)).getTicket({ ticketId: 1n });
    const refused = expect(call).rejects.toMatchObject({ code: Code.Unavailable });
    await running.promise;
    expect(await gateway.gateway.stop()).toBe(0);
    await refused;
    finish.resolve();
  });
});
