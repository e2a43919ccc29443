import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { describe, expect, it } from '@jest/globals';
import { RandomHistory, snapshotOf, type KnownTicket } from '../../analysis/test/random-history.ts';
import { WorkloadModel } from './workload-model.ts';

const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

const recount = (tickets: readonly KnownTicket[]) => ({
  categories: categories.map((category) => {
    const count = (status: Status) =>
      tickets.filter((ticket) => ticket.category === category && ticket.status === status).length;
    return { category, activeCount: count(Status.ACTIVE), openCount: count(Status.OPEN) };
  }),
});

describe('the workload', () => {
  it('is that of the tickets, from whatever snapshot and after every change', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { changes, states } = new RandomHistory(seed, {
        start: 0,
        end: 1e9,
        length: 60,
        timeZone: 'UTC',
      });
      const begin = (seed * 7) % 60;
      const model = new WorkloadModel();
      for (const part of snapshotOf(states[begin]!)) model.add(part);
      expect(model.answer()).toEqual(recount(states[begin]!));
      for (const [index, change] of changes.slice(begin).entries()) {
        model.apply(change);
        expect(model.answer()).toEqual(recount(states[begin + index + 1]!));
      }
    }
  });

  it('of an empty desk names all three categories', () => {
    expect(new WorkloadModel().answer()).toEqual(recount([]));
  });
});
