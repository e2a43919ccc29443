import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import type { Message, Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { BackOff, pause } from '../api/back-off';
import { isTemporary, toFailure, type Failure } from '../api/failure';
import { inTurn } from '../api/in-turn';
import { Online } from '../api/online';
import { OwnWrites } from '../api/own-writes';
import { HELPDESK, PORTAL } from '../api/transport';
import { DeviceStore, fromJson } from '../ui/device-store';
import { isBlank } from '../ui/text-bounds';
import { isDue, placeOf, toRefusal, type Letter, type Reply, type Report, type Stamp } from './letter';
import { Mine } from './mine';
import { Outbox } from './outbox';
import { newRequestId } from './request-id';

/** A letter that has arrived, and what became of it. */
export type Delivery = {
  readonly requestId: string;
  readonly kind: Letter['kind'];
  readonly ticketId: string;
  /** Whose it is, by the door's name. */
  readonly door: Reply['door'];
  /** What the desk made of it; undefined when another tab sent it. */
  readonly ticket?: Ticket | undefined;
  readonly message?: Message | undefined;
};

type Answer = Pick<Delivery, 'ticketId' | 'ticket' | 'message'> & { readonly revision: bigint };

/** Where one tab tells the others what has arrived. */
const ARRIVED = 'arrived';

/**
 * Brings letters to the desk: at once, and by itself again for as long as it takes. A letter keeps its request id, so
 * that the desk takes it once however often it comes, and leaves the outbox only when the desk has confirmed it.
 */
@Service()
export class Postman {
  private readonly portal = inject(PORTAL);
  private readonly helpdesk = inject(HELPDESK);
  private readonly outbox = inject(Outbox);
  private readonly mine = inject(Mine);
  private readonly ownWrites = inject(OwnWrites);
  private readonly device = inject(DeviceStore);
  private readonly online = inject(Online);
  private readonly retired = new AbortController();
  private readonly underWay = signal('');
  private readonly problem = signal<Failure | undefined>(undefined);
  private readonly arrived = signal<readonly Delivery[]>([]);
  /** The request ids of all that has arrived: two tabs may have sent the same. */
  private readonly noted = new Set<string>();
  private resting = new AbortController();
  private working = false;

  /** The request id of the letter that is being sent, or ''. */
  readonly sending = this.underWay.asReadonly();
  /** Why the last one could not be brought, as long as it cannot. */
  readonly failure = computed(() => (this.outbox.letters().length > 0 ? this.problem() : undefined));
  /** What has arrived and nobody has taken note of, the oldest first. */
  readonly deliveries = this.arrived.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.retired.abort());
    this.device.watch(ARRIVED, (told) => {
      const delivery = fromJson(told) as Delivery | null;
      if (delivery) {
        this.note(delivery);
      }
    });
    // Letters of other tabs too: the tab may be gone.
    effect(() => {
      if (this.outbox.letters().length > 0) {
        untracked(() => void this.work());
      }
    });
  }

  /** Moves what was typed into the outbox, and brings it to the desk. */
  send(texts: Report | Reply, draft: { stamp(): Stamp; clear(): void }): void {
    this.outbox.put({ ...texts, ...draft.stamp(), writtenAt: Date.now() });
    draft.clear();
    this.hurry();
  }

  /** Sends a letter anew that was refused, or that may have arrived long ago. */
  sendAgain(letter: Letter): void {
    const { refusal, triedAt: _before, ...texts } = letter;
    const taken = refusal?.code === Code.AlreadyExists;
    this.outbox.put(taken ? { ...texts, requestId: newRequestId() } : texts);
    if (taken) {
      this.outbox.remove(letter);
    }
    this.hurry();
  }

  /** Takes note of what has arrived. */
  acknowledge({ requestId }: Delivery): void {
    this.arrived.update((before) => before.filter((delivery) => delivery.requestId !== requestId));
  }

  private hurry(): void {
    this.resting.abort();
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.working) {
      return;
    }
    this.working = true;
    try {
      const backOff = new BackOff();
      while (this.due().length > 0 && !this.retired.signal.aborted) {
        this.resting = new AbortController();
        const resting = AbortSignal.any([this.resting.signal, this.retired.signal]);
        // Without a network nothing can have arrived, however long it lasts.
        if (this.online.online() || (await this.online.check())) {
          await inTurn('campus-desk.outbox', () => this.round(() => backOff.reset()));
        }
        if (this.due().length > 0) {
          await pause(backOff.nextMs(), resting);
        }
      }
    } finally {
      this.working = false;
    }
  }

  private due(): readonly Letter[] {
    return this.outbox.reread().filter((letter) => isDue(letter, Date.now()));
  }

  /** Tries each letter once, and none that another one has to come before. */
  private async round(succeeded: () => void): Promise<void> {
    const held = new Set<string>();
    for (const { requestId } of this.due()) {
      // It may have been taken back meanwhile, here or in another tab.
      const letter = this.outbox.find(requestId);
      if (letter && !held.has(placeOf(letter))) {
        const done = await this.bring(letter);
        if (done) {
          succeeded();
        } else {
          held.add(placeOf(letter));
        }
      }
    }
  }

  /** False when it has to be tried again. */
  private async bring(letter: Letter): Promise<boolean> {
    const { requestId } = letter;
    // Before the call: whatever happens from here on, it may have arrived.
    const tried = { ...letter, triedAt: letter.triedAt ?? Date.now() };
    this.outbox.put(tried);
    this.underWay.set(requestId);
    try {
      this.confirm(tried, await this.call(tried));
      return true;
    } catch (error) {
      const failure = toFailure(error);
      if (isRefusal(failure)) {
        if (this.outbox.find(requestId)) {
          this.outbox.put({ ...tried, refusal: toRefusal(failure) });
        }
        return true;
      }
      this.problem.set(failure);
      return false;
    } finally {
      this.underWay.set('');
    }
  }

  private confirm(letter: Letter, { revision, ...answer }: Answer): void {
    this.problem.set(undefined);
    this.ownWrites.note(revision);
    if (letter.kind === 'report') {
      this.mine.add(BigInt(answer.ticketId));
    }
    this.outbox.remove(letter);
    const { requestId, kind } = letter;
    const door = letter.kind === 'report' ? 'portal' : letter.door;
    const delivery = { requestId, kind, door, ticketId: answer.ticketId };
    this.note({ ...delivery, ...answer });
    this.device.writeJson(ARRIVED, delivery);
  }

  private note(delivery: Delivery): void {
    if (!this.noted.has(delivery.requestId)) {
      this.noted.add(delivery.requestId);
      this.arrived.update((before) => [...before, delivery]);
    }
  }

  private async call(letter: Letter): Promise<Answer> {
    const { requestId } = letter;
    const options = { signal: this.retired.signal };
    if (letter.kind === 'report') {
      const { description, location } = letter;
      const request = { description, requestId, ...(!isBlank(location) && { location }) };
      const { ticket, revision } = await this.portal.createTicket(request, options);
      return { ticket, ticketId: String(ticket!.id), revision };
    }
    const { ticketId, body, authorName } = letter;
    const request = { ticketId: BigInt(ticketId), body, requestId, ...(authorName && { authorName }) };
    const door = letter.door === 'portal' ? this.portal : this.helpdesk;
    const { message, revision } = await door.postMessage(request, options);
    return { message, ticketId, revision };
  }
}

/**
 * Only the desk refuses, and says its reason. Whatever else answers (a proxy, a sign-on, the network of a hotel) merely
 * stands in the way.
 */
function isRefusal(failure: Failure): boolean {
  return failure.reason !== '' && !isTemporary(failure) && failure.code !== Code.Unauthenticated;
}
