import type { Sort } from '@angular/material/sort';
import { TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';

const ORDERS: Readonly<Record<string, TicketOrder>> = {
  'opened desc': TicketOrder.OPENED_NEWEST,
  'opened asc': TicketOrder.OPENED_OLDEST,
  'changed desc': TicketOrder.CHANGED_NEWEST,
  'changed asc': TicketOrder.CHANGED_OLDEST,
};

/** The order that a heading of the table stands for. */
export function orderOf({ active, direction }: Sort): TicketOrder | undefined {
  return ORDERS[`${active} ${direction}`];
}

/** The heading that an order is shown at. */
export function sortOf(order: TicketOrder): Sort {
  const name = Object.keys(ORDERS).find((key) => ORDERS[key] === order) ?? 'opened desc';
  const [active = '', direction] = name.split(' ');
  return { active, direction: direction === 'asc' ? 'asc' : 'desc' };
}
