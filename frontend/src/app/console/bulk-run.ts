import { computed, effect, inject, Service, signal } from '@angular/core';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import type { Failure } from '../api/failure';
import { OwnWrites } from '../api/own-writes';
import { PersistentCall } from '../api/persistent-call';
import { HELPDESK } from '../api/transport';
import { hindrance, perform, type Deed, type Done } from './deed';
import { isOvertaken } from './refusal-words';
import { Requests } from './requests';

/** So many at a time: quick, and little beside what a desk carries. */
const LANES = 4;

/** A ticket to which it was not done, and why. */
export type Refused = {
  readonly ticketId: bigint;
  /** As it is now, as far as it could be read. */
  readonly ticket: Ticket | undefined;
  readonly reason: { readonly hindrance: Word } | { readonly failure: Failure };
};

export type Bulk = {
  readonly deed: Deed;
  readonly total: number;
  readonly done: ReadonlyMap<bigint, Done>;
  readonly refused: readonly Refused[];
  readonly state: 'running' | 'stopped' | 'finished';
};

/** Does one thing to many tickets: what is refused is told by ticket, and what gets no answer is tried until it has one. */
@Service()
export class BulkRun {
  private readonly helpdesk = inject(HELPDESK);
  private readonly ownWrites = inject(OwnWrites);
  private readonly requests = inject(Requests);
  private readonly lanes = Array.from({ length: LANES }, () => new PersistentCall());
  private readonly bulk = signal<Bulk | undefined>(undefined);
  private queue: bigint[] = [];

  /** The last one, until it is dismissed. */
  readonly current = this.bulk.asReadonly();
  readonly running = computed(() => this.bulk()?.state === 'running');
  /** Whether the desk does not answer at the moment. */
  readonly waiting = computed(() => this.lanes.some((lane) => lane.state() === 'trying-again'));

  constructor() {
    // Nothing stops half-way without a word, also when somebody closes the page.
    effect((onCleanup) => {
      if (this.running()) {
        const warn = (event: Event) => event.preventDefault();
        addEventListener('beforeunload', warn);
        onCleanup(() => removeEventListener('beforeunload', warn));
      }
    });
  }

  /** @param seen the tickets as they stand before somebody's eyes; of others the desk is asked first */
  async start(deed: Deed, ids: Iterable<bigint>, seen: ReadonlyMap<bigint, Ticket>): Promise<void> {
    if (this.running()) {
      return;
    }
    this.queue = [...ids];
    this.bulk.set({ deed, total: this.queue.length, done: new Map(), refused: [], state: 'running' });
    await Promise.all(this.lanes.map((lane) => this.work(lane, deed, seen)));
    this.change(({ done, refused, total }) => ({
      state: done.size + refused.length < total ? 'stopped' : 'finished',
    }));
  }

  /** Begins no more of it; what is under way is waited for, unless the desk does not answer. */
  stop(): void {
    this.queue = [];
    this.lanes.filter((lane) => lane.state() === 'trying-again').forEach((lane) => lane.stop());
  }

  dismiss(): void {
    if (!this.running()) {
      this.bulk.set(undefined);
    }
  }

  private async work(lane: PersistentCall, deed: Deed, seen: ReadonlyMap<bigint, Ticket>): Promise<void> {
    for (let id = this.queue.shift(); id !== undefined; id = this.queue.shift()) {
      const ticket = seen.get(id) ?? (await this.read(lane, id));
      if (ticket) {
        await this.do(lane, deed, ticket);
      }
    }
  }

  private async do(lane: PersistentCall, deed: Deed, ticket: Ticket): Promise<void> {
    const { id } = ticket;
    const word = hindrance(deed, ticket);
    if (word) {
      this.refuse({ ticketId: id, ticket, reason: { hindrance: word } });
      return;
    }
    const request = this.requests.of(deed, ticket);
    const answer = await lane.run((signal) => perform(this.helpdesk, deed, request, { signal }));
    if (answer) {
      this.requests.answered(deed, request);
      this.ownWrites.note(answer.revision);
      this.change(({ done }) => ({ done: new Map(done).set(id, answer) }));
      return;
    }
    const failure = this.refusalOf(lane);
    if (failure) {
      this.requests.answered(deed, request);
      const now = isOvertaken(failure)
        ? await this.helpdesk.getTicket({ ticketId: id }).catch(() => undefined)
        : undefined;
      this.refuse({ ticketId: id, ticket: now?.ticket ?? ticket, reason: { failure } });
    }
  }

  private async read(lane: PersistentCall, ticketId: bigint): Promise<Ticket | undefined> {
    const answer = await lane.run((signal) => this.helpdesk.getTicket({ ticketId }, { signal }));
    const failure = answer ? undefined : this.refusalOf(lane);
    if (failure) {
      this.refuse({ ticketId, ticket: undefined, reason: { failure } });
    }
    return answer?.ticket;
  }

  /** What the desk said; nothing when the call was stopped before it said anything. */
  private refusalOf(lane: PersistentCall): Failure | undefined {
    return lane.state() === 'refused' ? lane.failure() : undefined;
  }

  private refuse(refused: Refused): void {
    this.change((before) => ({ refused: [...before.refused, refused] }));
  }

  private change(part: (before: Bulk) => Partial<Bulk>): void {
    this.bulk.update((before) => before && { ...before, ...part(before) });
  }
}
