import type { Teaching } from './category/learning-classifier.ts';
import { classifiedText, type Ticket } from './ticket.ts';

/**
 * What a ticket teaches whose category staff set. A text that was edited since is not the one that they judged: it
 * teaches nothing, or reporters could teach.
 * @param since the revision at which they set it
 */
export function teachingOf(ticket: Ticket, since: number): Teaching {
  const { id: ticketId, category, categoryVersion, descriptionVersion, titleVersion } = ticket;
  const isEdited = Math.max(descriptionVersion, titleVersion) > categoryVersion;
  return { ticketId, since, category, text: isEdited ? '' : classifiedText(ticket) };
}
