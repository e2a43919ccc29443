import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';

/** Whether a ticket's description says more than its title does: a report of one line is read once. */
export function saysMore({ title, description }: Pick<Ticket, 'title' | 'description'>): boolean {
  return description.trim() !== title;
}
