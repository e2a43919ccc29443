import type { Category } from '../domain/category/category.ts';
import { campusClock } from './campus-clock.ts';
import type { DemoTicket, DemoTicketStep } from './demo-ticket.ts';
import { duration } from './duration.ts';
import { openingTimes } from './opening-time.ts';

/** What somebody does to a ticket; absent fields are left as they are. */
export type DemoAction =
  | {
      readonly type: 'open';
      readonly description: string;
      readonly title?: string;
      readonly location?: string;
    }
  | {
      readonly type: 'update';
      readonly description?: string;
      readonly title?: string;
      readonly location?: string;
    }
  | { readonly type: 'activate' }
  | { readonly type: 'close' }
  | { readonly type: 'assign-category'; readonly category: Category }
  | {
      readonly type: 'post-message';
      readonly side: 'user' | 'helpdesk';
      readonly body: string;
      readonly authorName?: string;
    };

/** An action at its time (ms UTC) on a ticket (index of its entry). */
export type DemoStep = { readonly at: number; readonly ticket: number; readonly action: DemoAction };

/** All steps of all tickets up to now (ms UTC), oldest first; steps of the same time stay in their order. */
export function schedule(entries: readonly DemoTicket[], now: number, timeZone: string): readonly DemoStep[] {
  const openedAt = openingTimes(now, campusClock(timeZone));
  return entries
    .flatMap((entry, ticket) => {
      const opened = openedAt(entry.opened);
      return stepsOf(entry).map(({ after, action }) => ({ at: opened + after, ticket, action }));
    })
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at);
}

/** Everything that happens to a demo ticket, its opening first; how long after it in milliseconds. */
export function stepsOf(
  entry: DemoTicket,
): readonly { readonly after: number; readonly action: DemoAction }[] {
  const later = entry.steps.map((step) => ({ after: duration(step.after), action: actionOf(step) }));
  return [{ after: 0, action: opening(entry) }, ...later];
}

function opening({ description, title, location }: DemoTicket): DemoAction {
  return {
    type: 'open',
    description,
    ...(title === undefined ? {} : { title }),
    ...(location === undefined ? {} : { location }),
  };
}

function actionOf(step: DemoTicketStep): DemoAction {
  if (step.activate) return { type: 'activate' };
  if (step.close) return { type: 'close' };
  if (step.edit) return { type: 'update', ...step.edit };
  if (step.category) return { type: 'assign-category', category: step.category };
  const side = step.user === undefined ? 'helpdesk' : 'user';
  const body = step[side];
  if (body === undefined) throw new TypeError(`a step without an action, after ${step.after}`);
  return {
    type: 'post-message',
    side,
    body,
    ...(step.author === undefined ? {} : { authorName: step.author }),
  };
}
