import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { categories, followed, histories, type KnownTicket } from '../../analysis/test/histories.ts';
import { WorkloadModel } from './workload-model.ts';

const recount = (tickets: readonly KnownTicket[]) => ({
  categories: categories.map((category) => {
    const count = (status: Status) =>
      tickets.filter((ticket) => ticket.category === category && ticket.status === status).length;
    return { category, activeCount: count(Status.ACTIVE), openCount: count(Status.OPEN) };
  }),
});

describe('the workload', () => {
  it('is that of the tickets, from whatever snapshot it began and after every step', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const from of [0, history.late])
          for (const { model, tickets } of followed(() => new WorkloadModel(), history, from))
            expect(model.answer()).toMatchObject(recount(tickets));
      }),
    );
  });

  it('of an empty desk names all three categories', () => {
    expect(new WorkloadModel().answer()).toMatchObject(recount([]));
  });
});
