import type { CampusClock } from './campus-clock.ts';
import type { DemoTicket } from './demo-ticket.ts';
import { weekdayAndTime } from './opening-time.ts';
import { oneOf, randomFrom, type Random } from './random.ts';
import { remembered } from './remembered.ts';
import { stepsOf, type DemoAction } from './schedule.ts';

/** All that ever happens to a ticket, its opening first: times in ms UTC, never one before the one above it. */
export type Life = readonly { readonly at: number; readonly action: DemoAction }[];

/** How many lives, and when. */
export type Plan = {
  readonly tickets: number;
  /** How many months before the end the first day lies. */
  readonly months: number;
  /** The day that nothing happens on any more: any time of it (ms UTC). */
  readonly until: number;
  /** Which of all possible years. */
  readonly seed: number;
};

/** The share of the lives that never end. */
const unclosedShare = 0.002;

/** The share of the lives in which anybody says anything. */
const talkingShare = 0.25;

/** How much faster and slower than in the demo year things may go. */
const pace = { fastest: 0.5, slowest: 2 };

const halfHour = 30 * 60_000;

type DemoStep = ReturnType<typeof stepsOf>[number];
type Opening = NonNullable<ReturnType<typeof weekdayAndTime>>;
type Day = { readonly year: number; readonly month: number; readonly day: number };

/**
 * Makes up lives, in the order in which they open, from the tickets of the demo year: each has the texts and the steps
 * of one of them, shortened and at another pace; weekdays and hours are as busy as they are there. Two lives in a
 * thousand are those of demo tickets that are not closed, all others those of closed ones; what is left of the last of
 * them lies beyond the end.
 */
export function* lives(demo: readonly DemoTicket[], plan: Plan, clock: CampusClock): Generator<Life> {
  const random = randomFrom(plan.seed);
  const closed = demo.filter(({ steps }) => steps.some(({ close }) => close));
  const unclosed = demo.filter((ticket) => !closed.includes(ticket));
  const openings = demo.flatMap(({ opened }) => weekdayAndTime(opened) ?? []);
  const talking = remembered(storyOf);
  const silent = remembered((ticket: DemoTicket) => withoutWords(storyOf(ticket)));
  const byWeekday = Map.groupBy(openings, ({ weekday }) => weekday);
  const days = daysOf(plan, clock);
  const busyness = days.map((day) => byWeekday.get(weekdayOf(day))?.length ?? 0);
  const total = busyness.reduce((sum, share) => sum + share, 0);
  let [passed, opened] = [0, 0];
  for (const [index, day] of days.entries()) {
    passed += busyness[index]!;
    const wanted = Math.round((plan.tickets * passed) / total);
    const times = Array.from(
      { length: wanted - opened },
      timesOf(random, day, byWeekday.get(weekdayOf(day)) ?? [], clock),
    ).sort((a, b) => a - b);
    opened = wanted;
    for (const at of times) {
      const ticket = oneOf(random, random() < unclosedShare ? unclosed : closed);
      const steps = random() < talkingShare ? talking(ticket) : silent(ticket);
      yield paced(steps, at, paceOf(random));
    }
  }
}

/** Times of a day, any within the half hour of one of some openings. */
function timesOf(random: Random, day: Day, openings: readonly Opening[], clock: CampusClock): () => number {
  const halfHours = openings.map(({ hour, minute }) =>
    clock.instant({ ...day, hour, minute: minute < 30 ? 0 : 30 }),
  );
  return () => oneOf(random, halfHours) + Math.floor(random() * halfHour);
}

/** Each day from the first on, the last one not among them. */
function daysOf({ months, until }: Plan, clock: CampusClock): readonly Day[] {
  const { year, month, day } = clock.local(until);
  const end = Date.UTC(year, month - 1, day);
  const days: Day[] = [];
  for (let offset = 0; ; offset++) {
    const date = new Date(Date.UTC(year, month - 1 - months, day + offset));
    if (date.getTime() >= end) return days;
    days.push({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  }
}

/** 0 for Monday. */
function weekdayOf({ year, month, day }: Day): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

/** Ten million tickets must fit on a disk: they are reported in one sentence, and most are worked without a word. */
function storyOf(ticket: DemoTicket): readonly DemoStep[] {
  return stepsOf(ticket).map(({ after, action }) => ({
    after,
    action: action.type === 'open' ? { ...action, description: firstSentence(action.description) } : action,
  }));
}

function withoutWords(steps: readonly DemoStep[]): readonly DemoStep[] {
  return steps.filter(({ action }) => action.type !== 'post-message');
}

function firstSentence(text: string): string {
  return /^.+?(?:[.!?](?=\s|$)|$)/m.exec(text)?.[0] ?? text;
}

/** As often twice as fast as twice as slow. */
function paceOf(random: Random): number {
  return pace.fastest * (pace.slowest / pace.fastest) ** random();
}

function paced(steps: readonly DemoStep[], at: number, factor: number): Life {
  return steps.map(({ after, action }) => ({ at: at + Math.round(after * factor), action }));
}
