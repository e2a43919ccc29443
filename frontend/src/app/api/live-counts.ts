import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { DOOR, type Counts } from './door';
import { toFailure, type Failure } from './failure';
import { LiveTickets } from './live-tickets';

/** Changes come in bursts; the numbers are read again at most this often. */
const RECOUNT_MS = 1_000;

/** How many tickets stand where, kept true by the live stream while a page shows it. */
@Injectable()
export class LiveCounts {
  private readonly door = inject(DOOR);
  private readonly live = inject(LiveTickets);
  private readonly current = signal<Counts | undefined>(undefined);
  private readonly problem = signal<Failure | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly counts = computed(() => this.current()?.counts);
  /** How many wait for an answer of the helpdesk. */
  readonly awaitingReply = computed(() => this.current()?.awaitingReplyCount);
  /** How many have a category that the desk is not sure of. */
  readonly unsureCategory = computed(() => this.current()?.unsureCategoryCount);
  readonly failure = this.problem.asReadonly();

  /** Starts for the component that calls it, and ends with it. */
  keep(): void {
    let leave: (() => void) | undefined;
    let gone = false;
    const start = async () => {
      const revision = await this.recount();
      if (gone) {
        return;
      }
      if (revision === undefined) {
        this.later(() => void start());
        return;
      }
      leave = this.live.follow(revision, {
        receive: () => this.later(() => void this.recount()),
        lost: () => void start(),
      });
    };
    void start();
    inject(DestroyRef).onDestroy(() => {
      gone = true;
      clearTimeout(this.timer);
      this.timer = undefined;
      leave?.();
    });
  }

  of(status: Status): number | undefined {
    return this.counts()
      ?.filter((entry) => entry.status === status)
      .reduce((sum, entry) => sum + entry.count, 0);
  }

  private later(act: () => void): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        act();
      },
      this.problem() ? 5 * RECOUNT_MS : RECOUNT_MS,
    );
  }

  private async recount(): Promise<bigint | undefined> {
    try {
      const counts = await this.door.countTickets({});
      this.current.set(counts);
      this.problem.set(undefined);
      return counts.revision;
    } catch (error) {
      this.problem.set(toFailure(error));
      return undefined;
    }
  }
}
