import type { Activity } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { ticketNumber, type Door } from './door.ts';
import { activityOf } from './enum-names.ts';

type ReportPresence = { ticketId: bigint; clientId: string; activity: Activity };

/** Takes down who is at a ticket that can be seen through a door. */
export function reportPresenceHandler(door: Door) {
  return async ({ ticketId, clientId, activity }: ReportPresence) => {
    await door.read((manager) => door.find(manager, ticketId));
    await door.reportPresence({
      ticketId: ticketNumber(ticketId),
      clientId: clientId.toLowerCase(),
      activity: activityOf(activity),
    });
    return {};
  };
}
