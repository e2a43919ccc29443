import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { randomUUID } from 'node:crypto';
import { categoryModel } from '../category-model.ts';
import { LearningClassifier } from '../domain/category/learning-classifier.ts';
import type { Database } from '../store/database.ts';
import { readHead } from '../store/head.ts';
import { Writer } from '../store/writer.ts';
import { commandOf } from './demo-command.ts';
import { loadDemo } from './demo-ticket.ts';
import { schedule } from './schedule.ts';

/**
 * Fills an empty desk with the demo year, as if each thing had happened at its time, the last of them just now.
 * @returns how many tickets were added; 0 where there was something already
 */
export async function seedDemo(database: Database, timeZone: string): Promise<number> {
  if ((await database.read(readHead)).revision > 0) return 0;
  const steps = schedule(await loadDemo(new URL('../../demo/', import.meta.url)), Date.now(), timeZone);
  let now = 0;
  const calendar = new CampusCalendar(timeZone);
  const writer = new Writer(database, {
    clock: () => now,
    calendar,
    classifier: new LearningClassifier(categoryModel),
  });
  const numbers = new Map<number, number>();
  for (const { at, ticket, action } of steps) {
    now = at;
    const command = commandOf(action, numbers.get(ticket) ?? 0);
    const outcome = await writer.submit({ id: randomUUID(), command });
    if (outcome.type === 'refused')
      throw new Error(`entry ${ticket + 1} of the demo: ${action.type} was refused: ${outcome.refusal.type}`);
    numbers.set(ticket, outcome.answer.ticket.id);
  }
  return numbers.size;
}
