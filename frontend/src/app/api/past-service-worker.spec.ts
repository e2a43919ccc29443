import { createClient, createRouterTransport } from '@connectrpc/connect';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { pastServiceWorker, tidyAddress } from './past-service-worker';

describe('past the service worker', () => {
  afterEach(() => history.replaceState(null, '', '/'));

  it('goes every call', async () => {
    const bypasses: (string | null)[] = [];
    const transport = createRouterTransport(
      ({ service }) =>
        service(PortalService, {
          countTickets: (_request, { requestHeader }) => {
            bypasses.push(requestHeader.get('ngsw-bypass'));
            return {};
          },
        }),
      { transport: { interceptors: [pastServiceWorker] } },
    );
    await createClient(PortalService, transport).countTickets({});
    expect(bypasses).toEqual(['true']);
  });

  it('leaves nothing of it in the address, and the rest as it is', () => {
    history.replaceState(null, '', '/console?status=open&ngsw-bypass=true#top');
    tidyAddress();
    expect(location.href).toBe('http://localhost/console?status=open#top');
    tidyAddress();
    expect(location.href).toBe('http://localhost/console?status=open#top');
  });
});
