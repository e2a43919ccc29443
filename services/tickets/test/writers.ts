import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { categoryModel } from '../src/category-model.ts';
import { LearningClassifier } from '../src/domain/category/learning-classifier.ts';
import type { Command } from '../src/domain/command.ts';
import type { Ticket } from '../src/domain/ticket.ts';
import type { Database } from '../src/store/database.ts';
import { Writer, type WriterOptions } from '../src/store/writer.ts';
import { request } from './commands.ts';

/** A writer as each replica has one. */
export function writerOn(database: Database, given: Partial<WriterOptions> = {}): Writer {
  return new Writer(database, {
    clock: Date.now,
    calendar: new CampusCalendar('UTC'),
    classifier: new LearningClassifier(categoryModel),
    ...given,
  });
}

/** Carries out commands that must not be refused, one after the other; answers the tickets since. */
export async function carryOut(writer: Writer, ...commands: readonly Command[]): Promise<readonly Ticket[]> {
  const tickets: Ticket[] = [];
  for (const command of commands) {
    const outcome = await writer.submit(request(command));
    if (outcome.type === 'refused') throw new Error(`${command.type}: ${outcome.refusal.type}`);
    tickets.push(outcome.answer.ticket);
  }
  return tickets;
}
