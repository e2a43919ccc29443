import { Status, type Category, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import type { CallOptions, Client } from '@connectrpc/connect';
import type { Word } from '../../i18n/translation';

/** What the helpdesk may do with a ticket, or with many. */
export type Deed =
  | { readonly kind: 'activate' }
  | { readonly kind: 'close' }
  | { readonly kind: 'category'; readonly category: Category };

/** A deed on a ticket as it was seen; the same however often it is sent. */
export type DeedRequest = {
  readonly ticketId: bigint;
  readonly expectedVersion: number;
  readonly requestId: string;
};

export type Done = { readonly ticket?: Ticket | undefined; readonly revision: bigint };

export function perform(
  helpdesk: Client<typeof HelpdeskService>,
  deed: Deed,
  request: DeedRequest,
  options?: CallOptions,
): Promise<Done> {
  switch (deed.kind) {
    case 'activate':
      return helpdesk.activateTicket(request, options);
    case 'close':
      return helpdesk.closeTicket(request, options);
    case 'category':
      return helpdesk.assignCategory({ ...request, category: deed.category }, options);
  }
}

/** Why a ticket as it is seen does not allow a deed; undefined when it does. */
export function hindrance({ kind }: Deed, { status }: Pick<Ticket, 'status'>): Word | undefined {
  if (status === Status.CLOSED) {
    return 'console.hindrance.closed';
  }
  if (kind === 'activate' && status === Status.ACTIVE) {
    return 'console.hindrance.active';
  }
  return kind === 'close' && status === Status.OPEN ? 'console.hindrance.open' : undefined;
}
