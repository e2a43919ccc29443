import type { Interceptor } from '@connectrpc/connect';

/** What Angular's service worker leaves alone, as a header or in the query. */
export const BYPASS = 'ngsw-bypass';

/** Calls and streams are nothing that the service worker could help with. */
export const pastServiceWorker: Interceptor = (next) => (request) => {
  request.header.set(BYPASS, 'true');
  return next(request);
};

/** Loads the page anew from the network, where a sign-on may stand, and not from this device. */
export function reloadFromNetwork(): void {
  const address = new URL(location.href);
  address.searchParams.set(BYPASS, 'true');
  location.replace(address);
}

/** Takes away what that left in the address. */
export function tidyAddress(): void {
  const address = new URL(location.href);
  if (address.searchParams.has(BYPASS)) {
    address.searchParams.delete(BYPASS);
    history.replaceState(history.state, '', address);
  }
}
