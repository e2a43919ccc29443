import { Code } from '@connectrpc/connect';
import { isTemporary, type Failure } from './failure';

const BY_REASON: Readonly<Record<string, string>> = {
  TICKET_CLOSED: 'This ticket was closed meanwhile. Nothing was changed.',
};

const BY_CODE: Readonly<Partial<Record<Code, string>>> = {
  [Code.Unavailable]: 'The desk does not answer at the moment.',
  [Code.DeadlineExceeded]: 'The desk took too long to answer.',
  [Code.ResourceExhausted]: 'The desk has too much to do right now. Please wait a moment.',
  [Code.NotFound]: 'There is no ticket with this number.',
  [Code.AlreadyExists]:
    'An earlier version of this text has arrived already. Look at it first; then send again if it is still needed.',
  [Code.FailedPrecondition]: 'The ticket has moved on meanwhile, so this was not done.',
  [Code.Aborted]: 'Somebody changed the same thing meanwhile. Nothing was overwritten.',
  [Code.InvalidArgument]: 'The desk could not accept this. Please check what is marked.',
  [Code.Unauthenticated]: 'Sign on at the campus to see this.',
  [Code.Canceled]: 'This was stopped before the desk answered.',
};

const UNEXPECTED =
  'Something went wrong at the desk. Nothing you typed is lost; please try again in a while.';

/** What happened, in a sentence or two that people understand; never a code. */
export function failureWords(failure: Failure): string {
  return BY_REASON[failure.reason] ?? BY_CODE[failure.code] ?? UNEXPECTED;
}

/** The same for something read, which is asked for again by itself when that may help. */
export function readFailureWords(failure: Failure): string {
  return isTemporary(failure) ? `${failureWords(failure)} We try again by ourselves.` : failureWords(failure);
}

/** The same for a text that is on its way and is sent again by itself. */
export const STILL_TRYING = 'The desk does not answer. Your text is kept; we try again by ourselves.';

/** What is wrong at a field, as the desk said it, or ''. */
export function fieldWords(failure: Failure | undefined, field: string): string {
  const said = failure?.fields.get(field);
  return said ? `The desk cannot take this: ${said}.` : '';
}
