import type { WorkloadDay } from '@campus-desk/contract/campus/analysis/v1/workload';
import { boundsOf, type TicketList } from '../ticket/list-address';
import type { Words } from '../ui/words';

export type FlowDay = {
  readonly date: string;
  /** "Sun, 25 Oct" */
  readonly word: string;
  /** For the axis: "25 Oct" */
  readonly label: string;
  readonly opened: number;
  readonly closed: number;
  /** The tickets that were opened, and closed, on the day. */
  readonly openedList: Partial<TicketList>;
  readonly closedList: Partial<TicketList>;
};

/** The days of an answer in order. A date is the campus's own: no time zone moves it. */
export function toFlowDays(words: Words, days: readonly WorkloadDay[]): FlowDay[] {
  return days.map(({ date, openedCount, closedCount, from, until }) => ({
    date,
    word: dayWords(words, date, { weekday: 'short', month: 'short', day: 'numeric' }),
    label: dayWords(words, date, { month: 'short', day: 'numeric' }),
    opened: openedCount,
    closed: closedCount,
    openedList: { bounds: boundsOf({ openedFrom: from, openedUntil: until }) },
    closedList: { bounds: boundsOf({ closedFrom: from, closedUntil: until }) },
  }));
}

function dayWords(words: Words, date: string, format: Intl.DateTimeFormatOptions): string {
  return words.date(new Date(date), { ...format, timeZone: 'UTC' });
}
