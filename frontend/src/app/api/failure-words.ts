import { Code } from '@connectrpc/connect';
import type { Word } from '../../i18n/translation';
import type { Words } from '../ui/words';
import { isTemporary, type Failure } from './failure';

const BY_REASON: Readonly<Record<string, Word>> = {
  TICKET_CLOSED: 'api.closed',
  OFFLINE: 'api.offline',
};

const BY_CODE: Readonly<Partial<Record<Code, Word>>> = {
  [Code.Unavailable]: 'api.unavailable',
  [Code.DeadlineExceeded]: 'api.deadline',
  [Code.ResourceExhausted]: 'api.exhausted',
  [Code.NotFound]: 'api.notFound',
  [Code.AlreadyExists]: 'api.exists',
  [Code.FailedPrecondition]: 'api.movedOn',
  [Code.Aborted]: 'api.conflict',
  [Code.InvalidArgument]: 'api.invalid',
  [Code.Unauthenticated]: 'api.signedOff',
  [Code.Canceled]: 'api.stopped',
};

/** What happened, in a sentence or two that people understand; never a code. */
export function failureWords(words: Words, failure: Failure): string {
  return words.say(BY_REASON[failure.reason] ?? BY_CODE[failure.code] ?? 'api.unexpected');
}

/** The same for something read, which is asked for again by itself when that may help. */
export function readFailureWords(words: Words, failure: Failure): string {
  const happened = failureWords(words, failure);
  return isTemporary(failure) ? words.say('api.tryingAgain', { happened }) : happened;
}

/** What is wrong at a field, as the desk said it, or ''. */
export function fieldWords(words: Words, failure: Failure | undefined, field: string): string {
  const remedy = failure?.fields.get(field);
  return remedy ? words.say('api.field', { remedy }) : '';
}
