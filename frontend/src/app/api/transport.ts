import { inject, InjectionToken, type Provider } from '@angular/core';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import type { DescService } from '@bufbuild/protobuf';
import { createClient, type Client, type Transport } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-web';
import { pastServiceWorker, reloadFromNetwork } from './past-service-worker';
import { signOnAgain } from './sign-on';

/** How the page reaches the desk. Tests give a `createRouterTransport` instead. */
export const TRANSPORT = new InjectionToken<Transport>('Transport', {
  factory: () =>
    createConnectTransport({
      baseUrl: location.origin,
      useBinaryFormat: true,
      defaultTimeoutMs: 10_000,
      fetch: fetchToTheEnd,
      interceptors: [signOnAgain(reloadConsole, sessionStorage), pastServiceWorker],
    }),
});

/** The last word of a page, that somebody has left a ticket, is said while the page goes: it must outlive it. */
function fetchToTheEnd(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  return fetch(input, { ...init, keepalive: address.endsWith('/ReportPresence') });
}

/** Only where people work as helpdesk: the entry page merely shows what it may see. */
function reloadConsole(): void {
  if (location.pathname.startsWith('/console')) reloadFromNetwork();
}

/** The client of a service of the contract. */
export function clientToken<S extends DescService>(service: S): InjectionToken<Client<S>> {
  return new InjectionToken(service.typeName, { factory: () => createClient(service, inject(TRANSPORT)) });
}

export const PORTAL = clientToken(PortalService);
export const HELPDESK = clientToken(HelpdeskService);

/** Puts every client of the page on another transport. */
export function provideTransport(transport: Transport): Provider {
  return { provide: TRANSPORT, useValue: transport };
}
