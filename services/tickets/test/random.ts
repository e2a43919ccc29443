import { categories } from '../src/domain/category/category.ts';
import { oneOf, randomFrom, type Random } from '../src/demo/random.ts';
import type { Command } from '../src/domain/command.ts';
import { assign, create, move, post, update } from './commands.ts';

export { oneOf, randomFrom, type Random };

/** A whole number from 0 up to below a limit. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

const texts = [
  'The wifi is dead in room 2.14',
  'Der Aufzug steckt fest',
  'La mensa est trop chère',
  'The lecture hall is cold',
  'No hot water on 2F',
  // Of which category is anybody's guess.
  'It does not work',
];

/** Any command on any of some tickets, sensible or not; about every fourth opens a ticket. */
export function randomCommand(random: Random, tickets: number): Command {
  const ticketId = 1 + below(random, tickets);
  const expectedVersion = random() < 0.3 ? 1 + below(random, 4) : undefined;
  switch (below(random, 8)) {
    case 0:
    case 1:
      return create({ description: oneOf(random, texts), location: oneOf(random, ['', 'Library']) });
    case 2:
      return update(ticketId, { description: oneOf(random, texts), expectedVersion });
    case 3:
      return update(ticketId, {
        title: oneOf(random, ['', 'Help', 'Wifi']),
        location: '2F',
        expectedVersion,
      });
    case 4:
      return move(ticketId, 'active', expectedVersion);
    case 5:
      return move(ticketId, 'closed', expectedVersion);
    case 6:
      return assign(ticketId, oneOf(random, categories), expectedVersion);
    default:
      return post(ticketId, oneOf(random, ['user', 'helpdesk']), oneOf(random, texts));
  }
}
