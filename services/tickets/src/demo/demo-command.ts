import type { Command } from '../domain/command.ts';
import type { DemoAction } from './schedule.ts';

/** The command by which an action of the demo reaches the desk. @param ticketId the ticket; of no use to an opening */
export function commandOf(action: DemoAction, ticketId: number): Command {
  switch (action.type) {
    case 'open': {
      const { description, title = '', location = '' } = action;
      return { type: 'create-ticket', side: 'user', description, title, location };
    }
    case 'update':
      return { ...action, type: 'update-ticket', side: 'user', ticketId };
    case 'activate':
      return { type: 'move-ticket', side: 'helpdesk', ticketId, to: 'active' };
    case 'close':
      return { type: 'move-ticket', side: 'helpdesk', ticketId, to: 'closed' };
    case 'assign-category':
      return { ...action, side: 'helpdesk', ticketId };
    case 'post-message':
      return { ...action, ticketId, authorName: action.authorName ?? '' };
  }
}
