import { inject, Service, signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';
import { Drafts } from './drafts';
import { draftKeyOf, readLetter, type Letter } from './letter';

const PLACE = 'outbox.';

/**
 * What was sent and is not confirmed yet, on this device and for all its tabs. Each letter is an entry of its own in
 * the device's storage, written and removed at once, so that no two tabs overwrite each other's.
 */
@Service()
export class Outbox {
  private readonly device = inject(DeviceStore);
  private readonly drafts = inject(Drafts);
  private readonly kept = signal<readonly Letter[]>(this.readAll(), { equal: areSame });
  private readonly outlives = signal(true);

  /** The oldest first. */
  readonly letters = this.kept.asReadonly();
  /** Whether they are still there when the page is closed. */
  readonly durable = this.outlives.asReadonly();

  constructor() {
    this.device.watch(PLACE, () => this.reread());
  }

  /** The letters as they are now, whatever other tabs have done. */
  reread(): readonly Letter[] {
    this.kept.set(this.readAll());
    return this.kept();
  }

  find(requestId: string): Letter | undefined {
    return readLetter(this.device.readJson(PLACE + requestId));
  }

  /** Puts a letter in, or in the place of the one with its request id. */
  put(letter: Letter): void {
    this.outlives.set(this.device.writeJson(PLACE + letter.requestId, letter));
    this.reread();
  }

  remove({ requestId }: Letter): void {
    this.device.remove(PLACE + requestId);
    this.reread();
  }

  /** Moves a letter back into the box that it was written in; false when there is another text in it. */
  takeBack(letter: Letter): boolean {
    const key = draftKeyOf(letter);
    const { requestId, triedAt } = letter;
    const stamp = { requestId, triedAt };
    const taken =
      letter.kind === 'report'
        ? this.drafts
            .open(key, { description: '', location: '' })
            .takeBack({ description: letter.description, location: letter.location }, stamp)
        : this.drafts.open(key, { body: '' }).takeBack({ body: letter.body }, stamp);
    if (taken) {
      this.remove(letter);
    }
    return taken;
  }

  private readAll(): Letter[] {
    return this.device
      .keys(PLACE)
      .flatMap((key) => readLetter(this.device.readJson(key)) ?? [])
      .sort((a, b) => a.writtenAt - b.writtenAt);
  }
}

function areSame(before: readonly Letter[], now: readonly Letter[]): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
