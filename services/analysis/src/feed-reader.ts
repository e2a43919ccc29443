import type { FollowRequest, FollowResponse } from '@campus-desk/contract/campus/tickets/v1/feed';
import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { Pulse } from './pulse.ts';
import type { ReadModel } from './read-model.ts';

/** How long a cut of the feed may last before nobody waits for its end any more, in milliseconds. */
const longestCut = 5_000;

/** A read model as it is at a revision. */
export type Picture<Model> = {
  readonly model: Model;
  /** The campus's, whose days and months it has. */
  readonly calendar: CampusCalendar;
  /** The revision that it is true for. */
  readonly revision: bigint;
  /** The revision that last changed the model; those after it only moved the revision. */
  readonly changedAt: bigint;
};

/**
 * Keeps a read model at the revision that the feed has told, over cuts and new snapshots. A later snapshot replaces
 * the model only once it is complete; while the feed is cut there is no picture, since nobody knows what was missed.
 * The same holds from when the program itself was held until it has followed the feed anew.
 */
export class FeedReader<Model extends ReadModel> {
  readonly #empty: () => Model;
  #current: (Pick<Picture<Model>, 'model' | 'calendar'> & { readonly logId: string }) | undefined;
  #building: Model | undefined;
  #revision = 0n;
  #changedAt = 0n;
  #live = false;
  readonly #pulse = new Pulse();
  #cutAt = performance.now();
  #movedAt = performance.now();
  #moved = Promise.withResolvers<void>();

  /** @param empty makes a model of nothing */
  constructor(empty: () => Model) {
    this.#empty = empty;
  }

  /** The model as it is now; undefined until caught up. */
  get picture(): Picture<Model> | undefined {
    if (this.#current === undefined || !this.#live || this.wasHeld) return undefined;
    const { model, calendar } = this.#current;
    return { model, calendar, revision: this.#revision, changedAt: this.#changedAt };
  }

  /** How long it is still worth waiting for a picture that is missing, in milliseconds: 5 seconds from the cut. */
  get patience(): number {
    if (this.#live) return longestCut;
    return Math.max(0, this.#cutAt + longestCut - performance.now());
  }

  /** The revision up to which the feed was taken in, also while it is cut. */
  get revision(): bigint {
    return this.#revision;
  }

  /** The time since the last step of the feed, in milliseconds. */
  get silence(): number {
    return performance.now() - this.#movedAt;
  }

  /** Resolves when the picture has moved on. */
  get moved(): Promise<void> {
    return this.#moved.promise;
  }

  /** Whether the program was held while the feed went on: what comes first is old, so it has to be followed anew. */
  get wasHeld(): boolean {
    return this.#live && this.#pulse.hasStopped;
  }

  /** Told every second that the program runs. */
  beat(): void {
    this.#pulse.beat();
  }

  /** The feed was cut: there is no picture until it goes on. */
  cut(): void {
    if (this.#live) this.#cutAt = performance.now();
    this.#live = false;
    this.#tellMoved();
  }

  /** Where the feed should go on; half a snapshot is begun anew. */
  resume(): Pick<FollowRequest, 'logId' | 'afterRevision'> {
    this.#building = undefined;
    return { logId: this.#current?.logId ?? '', afterRevision: this.#current ? this.#revision : 0n };
  }

  /** Takes in a step of the feed. @throws Error when the feed has to be followed anew */
  take({ step }: FollowResponse): void {
    if (this.wasHeld) throw new Error('the program was held');
    switch (step.case) {
      case 'snapshot': {
        const { complete, logId, timeZone, revision } = step.value;
        this.#building ??= this.#empty();
        this.#building.add(step.value);
        if (!complete) return;
        this.#current = { model: this.#building, logId, calendar: new CampusCalendar(timeZone) };
        this.#building = undefined;
        this.#changedAt = revision;
        return this.#move(revision);
      }
      case 'changes':
        try {
          for (const change of step.value.changes) this.#current?.model.apply(change);
        } catch (error) {
          // It is not what the log says: a new picture will be.
          this.#current = undefined;
          throw error;
        }
        this.#changedAt = step.value.changes.at(-1)?.revision ?? this.#changedAt;
        return this.#move(step.value.revision);
      case 'heartbeat':
        return this.#move(step.value.revision);
      case undefined:
        return;
    }
  }

  #move(revision: bigint): void {
    this.#revision = revision;
    if (!this.#live) this.#pulse.begin();
    this.#live = true;
    this.#movedAt = performance.now();
    this.#tellMoved();
  }

  #tellMoved(): void {
    const moved = this.#moved;
    this.#moved = Promise.withResolvers();
    moved.resolve();
  }
}
