import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';

/** When the page was last loaded anew for this, in the session's storage. */
const KEY = 'campus-desk.sign-on';

/** After how long in ms it may be loaded anew again: where nobody signs people on it must not go round and round. */
const PAUSE = 60_000;

/**
 * Where the campus's single sign-on stands before the helpdesk's paths, a call without it is refused as
 * unauthenticated. Loading the page anew lets the sign-on step in; what was typed is kept on the device.
 * @param reload loads the page anew
 */
export function signOnAgain(
  reload: () => void,
  storage: Storage,
  clock: () => number = Date.now,
): Interceptor {
  return (next) => async (request) => {
    try {
      return await next(request);
    } catch (error) {
      const isSignedOff = ConnectError.from(error).code === Code.Unauthenticated;
      if (isSignedOff && clock() - Number(storage.getItem(KEY) ?? 0) > PAUSE) {
        storage.setItem(KEY, String(clock()));
        reload();
      }
      throw error;
    }
  };
}
