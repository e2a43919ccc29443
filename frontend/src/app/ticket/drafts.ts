import { inject, Service, signal, type Signal } from '@angular/core';
import { DeviceStore, fromJson } from '../ui/device-store';
import type { Stamp } from './letter';
import { newRequestId } from './request-id';

type Fields = Readonly<Record<string, string>>;

/** What somebody is typing, kept on the device under one request id until it is sent. */
export type Draft<T extends Fields> = {
  readonly fields: Signal<T>;
  /** Whether it holds a text that has just come back from the outbox. */
  readonly returned: Signal<boolean>;
  /** The same until the draft is cleared, so that a text sent twice arrives once. */
  stamp(): Stamp;
  change(part: Partial<T>): void;
  /** Takes a text back that had been sent; false when there is another one that it would replace. */
  takeBack(fields: T, stamp: Stamp): boolean;
  /** For the box that has shown what came back. */
  welcome(): void;
  /** For a text that differs from what may have arrived under the last id. */
  renewRequestId(): void;
  clear(): void;
};

@Service()
export class Drafts {
  private readonly device = inject(DeviceStore);
  private readonly opened = new Map<string, unknown>();

  /** The draft under a key as it was left, or an empty one. */
  open<T extends Fields>(key: string, empty: T): Draft<T> {
    const known = this.opened.get(key) as Draft<T> | undefined;
    const draft = known ?? this.read(`draft.${key}`, empty);
    this.opened.set(key, draft);
    return draft;
  }

  private read<T extends Fields>(place: string, empty: T): Draft<T> {
    const kept = readDraft(this.device.readJson(place), empty);
    const fields = signal(kept.fields);
    const returned = signal(false);
    let { stamp } = kept;
    // One text, in whatever tab it is written; sent from one, it is gone from all.
    this.device.watch(place, (value, key) => {
      if (key === place) {
        const now = readDraft(fromJson(value), empty);
        fields.set(now.fields);
        stamp = now.stamp;
      }
    });
    const keep = () => this.device.writeJson(place, { fields: fields(), ...stamp });
    return {
      fields: fields.asReadonly(),
      returned: returned.asReadonly(),
      stamp: () => stamp,
      change: (part) => {
        fields.update((before) => ({ ...before, ...part }));
        keep();
      },
      takeBack: (texts, of) => {
        if (Object.entries(fields()).some(([field, text]) => text.trim() && text !== texts[field])) {
          return false;
        }
        fields.set(texts);
        stamp = of;
        keep();
        returned.set(true);
        return true;
      },
      welcome: () => returned.set(false),
      renewRequestId: () => {
        stamp = { requestId: newRequestId() };
        keep();
      },
      clear: () => {
        fields.set(empty);
        stamp = { requestId: newRequestId() };
        this.device.remove(place);
      },
    };
  }
}

function readDraft<T extends Fields>(kept: unknown, empty: T): { fields: T; stamp: Stamp } {
  const { fields, requestId, triedAt } = (kept ?? {}) as { fields?: Partial<T> } & Partial<Stamp>;
  return { fields: { ...empty, ...fields }, stamp: { requestId: requestId ?? newRequestId(), triedAt } };
}
