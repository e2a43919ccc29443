import { inject, Service, signal, type Signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';
import { newRequestId } from './request-id';

type Fields = Readonly<Record<string, string>>;

/** What somebody is typing, kept on the device under one request id until the desk has confirmed it. */
export type Draft<T extends Fields> = {
  readonly fields: Signal<T>;
  /** The same until the draft is cleared, so that a text sent twice arrives once. */
  requestId(): string;
  change(part: Partial<T>): void;
  /** For a text that differs from what may have arrived under the last id. */
  renewRequestId(): void;
  clear(): void;
};

@Service()
export class Drafts {
  private readonly device = inject(DeviceStore);

  /** The draft under a key as it was left, or an empty one. */
  open<T extends Fields>(key: string, empty: T): Draft<T> {
    const place = `draft.${key}`;
    const kept = readDraft(this.device.readJson(place), empty);
    const fields = signal(kept.fields);
    let requestId = kept.requestId;
    const keep = () => this.device.writeJson(place, { fields: fields(), requestId });
    return {
      fields: fields.asReadonly(),
      requestId: () => requestId,
      change: (part) => {
        fields.update((before) => ({ ...before, ...part }));
        keep();
      },
      renewRequestId: () => {
        requestId = newRequestId();
        keep();
      },
      clear: () => {
        fields.set(empty);
        requestId = newRequestId();
        this.device.remove(place);
      },
    };
  }
}

function readDraft<T extends Fields>(kept: unknown, empty: T): { fields: T; requestId: string } {
  const { fields, requestId } = (kept ?? {}) as { fields?: Partial<T>; requestId?: string };
  return { fields: { ...empty, ...fields }, requestId: requestId ?? newRequestId() };
}
