import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injectable,
  InjectionToken,
  signal,
  untracked,
} from '@angular/core';
import { Activity } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { DOOR } from '../api/door';
import { PageVisible } from '../api/page-visible';
import { newRequestId } from './request-id';
import { TicketStore } from './ticket-store';

/** How often it is said again; the desk forgets it after three times as long. */
const REPEAT_MS = 10_000;

/** Who pauses for longer than this is not writing any more. */
const PAUSE_MS = 10_000;

/** What this page is called among all that are open; it says nothing about who sits there. */
export const CLIENT_ID = new InjectionToken<string>('CLIENT_ID', { factory: newRequestId });

/** Tells the desk that somebody is at the ticket that a page shows, and whether they write: no name, for as long as it is so. */
@Injectable()
export class Attendance {
  private readonly door = inject(DOOR);
  private readonly store = inject(TicketStore);
  private readonly visible = inject(PageVisible).visible;
  private readonly clientId = inject(CLIENT_ID);
  private readonly writing = signal(false);
  /** Nobody waits for others at a closed ticket. */
  private readonly at = computed(() =>
    this.visible() && !this.store.closed() ? this.store.ticket()?.id : undefined,
  );
  private pausing: ReturnType<typeof setTimeout> | undefined;
  private told: Promise<unknown> = Promise.resolve();

  constructor() {
    effect((onCleanup) => {
      const ticketId = this.at();
      if (ticketId !== undefined) {
        const leave = () => this.leave(ticketId);
        addEventListener('pagehide', leave);
        onCleanup(() => {
          removeEventListener('pagehide', leave);
          leave();
        });
      }
    });
    effect((onCleanup) => {
      const ticketId = this.at();
      const activity = this.writing() ? Activity.WRITING : Activity.VIEWING;
      if (ticketId !== undefined) {
        const tell = () => this.tell(ticketId, activity);
        tell();
        const repeating = setInterval(tell, REPEAT_MS);
        onCleanup(() => clearInterval(repeating));
      }
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pausing));
  }

  /** Somebody has just typed something. */
  type(): void {
    clearTimeout(this.pausing);
    this.writing.set(true);
    this.pausing = setTimeout(() => this.writing.set(false), PAUSE_MS);
  }

  private leave(ticketId: bigint): void {
    clearTimeout(this.pausing);
    this.writing.set(false);
    // What was closed cannot be reached through both doors; the desk forgets who was there by itself.
    if (!untracked(this.store.closed)) {
      this.tell(ticketId, Activity.LEFT);
    }
  }

  /** One after the other, so that the last word is the last; whether it arrives matters little: it is said again, or forgotten. */
  private tell(ticketId: bigint, activity: Activity): void {
    const { clientId } = this;
    this.told = this.told
      .then(() => this.door.reportPresence({ ticketId, clientId, activity }))
      .catch(() => undefined);
  }
}
