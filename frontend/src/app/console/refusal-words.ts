import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { toDate } from '../api/conversions';
import type { Failure } from '../api/failure';
import { failureWords } from '../api/failure-words';
import { CATEGORY_WORDS } from '../ticket/words';
import { hourAndMinute } from '../ui/age-words';
import type { Words } from '../ui/words';
import { hindrance, type Deed } from './deed';

/** Whether somebody else was faster: the ticket as it is now tells what happened. */
export function isOvertaken({ code }: Failure): boolean {
  return code === Code.FailedPrecondition || code === Code.Aborted;
}

/** What happened in place of a deed, by the ticket as it is now. */
export function refusalWords(words: Words, deed: Deed, failure: Failure, now: Ticket | undefined): string {
  if (!now || !isOvertaken(failure)) {
    return failureWords(words, failure);
  }
  if (now.status === Status.CLOSED) {
    return words.say('console.refused.closed', when(words, now.closedAt));
  }
  if (deed.kind === 'activate' && now.status === Status.ACTIVE) {
    return words.say('console.refused.taken', when(words, now.activatedAt));
  }
  if (deed.kind === 'category') {
    const category = words.say(CATEGORY_WORDS[now.category]);
    return words.say('console.refused.category', { category });
  }
  const reason = hindrance(deed, now);
  return reason ? words.say(reason) : failureWords(words, failure);
}

function when(words: Words, at: Timestamp | undefined): { day: string; time: string } {
  const date = at ? toDate(at) : new Date();
  return date.toDateString() === new Date().toDateString()
    ? { day: 'today', time: hourAndMinute(words, date) }
    : { day: 'other', time: words.date(date, { dateStyle: 'medium', timeStyle: 'short' }) };
}
