import { TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';

export const ORDER_WORDS: Readonly<Record<TicketOrder, string>> = {
  [TicketOrder.UNSPECIFIED]: 'newest first',
  [TicketOrder.OPENED_NEWEST]: 'newest first',
  [TicketOrder.OPENED_OLDEST]: 'oldest first',
  [TicketOrder.CHANGED_NEWEST]: 'last changed first',
  [TicketOrder.CHANGED_OLDEST]: 'longest untouched first',
};

export const DONE_WORDS = {
  activated: (id: bigint) => `#${id} is in work now.`,
  closed: (id: bigint) => `#${id} is closed. It stays readable under Closed.`,
  categorySet: (id: bigint, category: string) => `#${id} is ${category} now.`,
} as const;

export const REFUSED_WORDS = {
  alreadyTaken: 'Somebody else has already taken it up.',
  alreadyClosed: 'It was closed meanwhile. Nothing was changed.',
  notTakenUp: 'It has to be taken up before it can be closed.',
  sameCategoryTaken: 'Somebody else set another category meanwhile. Nothing was overwritten.',
} as const;
