import { inject, Service } from '@angular/core';
import { Activity, Side, type Visitor } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { CLIENT_ID } from '../ticket/attendance';
import { Words } from '../ui/words';

const GROUPS = [
  { side: Side.HELPDESK, activity: Activity.WRITING, word: 'console.presence.helpdeskWriting' },
  { side: Side.USER, activity: Activity.WRITING, word: 'console.presence.userWriting' },
  { side: Side.HELPDESK, activity: Activity.VIEWING, word: 'console.presence.helpdeskViewing' },
  { side: Side.USER, activity: Activity.VIEWING, word: 'console.presence.userViewing' },
] as const;

/** What the others at a ticket do, in words; this page itself is none of them. */
@Service()
export class Others {
  private readonly words = inject(Words);
  private readonly own = inject(CLIENT_ID);

  at(visitors: readonly Visitor[] = []): { readonly writing: boolean; readonly sentences: string[] } {
    const others = visitors.filter(({ clientId }) => clientId !== this.own);
    return {
      writing: others.some(({ activity }) => activity === Activity.WRITING),
      sentences: GROUPS.flatMap(({ side, activity, word }) => {
        const count = others.filter((one) => one.side === side && one.activity === activity).length;
        return count > 0 ? [this.words.say(word, { count })] : [];
      }),
    };
  }
}
