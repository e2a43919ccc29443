import { TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';

export const ORDER_WORDS: Readonly<Record<TicketOrder, Word>> = {
  [TicketOrder.UNSPECIFIED]: 'console.order.openedNewest',
  [TicketOrder.OPENED_NEWEST]: 'console.order.openedNewest',
  [TicketOrder.OPENED_OLDEST]: 'console.order.openedOldest',
  [TicketOrder.CHANGED_NEWEST]: 'console.order.changedNewest',
  [TicketOrder.CHANGED_OLDEST]: 'console.order.changedOldest',
};
