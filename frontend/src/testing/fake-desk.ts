import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideRouter } from '@angular/router';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { createRouterTransport, type ServiceImpl } from '@connectrpc/connect';
import { provideTransport } from '../app/api/transport';
import { provideIcons } from '../app/shell/icons';

type Fakes = {
  readonly portal?: Partial<ServiceImpl<typeof PortalService>>;
  readonly helpdesk?: Partial<ServiceImpl<typeof HelpdeskService>>;
};

/** The page with its real clients, and nothing but the transport faked. */
export function provideFakeDesk({ portal = {}, helpdesk = {} }: Fakes): (Provider | EnvironmentProviders)[] {
  const transport = createRouterTransport((router) => {
    router.service(PortalService, portal);
    router.service(HelpdeskService, helpdesk);
  });
  return [provideTransport(transport), provideRouter([]), provideIcons()];
}
