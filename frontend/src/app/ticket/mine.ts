import { inject, Service, signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';

const KEY = 'mine';
/** More than anybody reports from one device; the oldest leave first. */
const MOST = 200;

/** The numbers of the tickets that were reported from this device or are followed on it, the newest first. */
@Service()
export class Mine {
  private readonly device = inject(DeviceStore);
  private readonly kept = signal<readonly bigint[]>(readIds(this.device.readJson(KEY)));

  readonly ids = this.kept.asReadonly();

  constructor() {
    this.device.watch(KEY, () => this.kept.set(readIds(this.device.readJson(KEY))));
  }

  add(id: bigint): void {
    // Another tab may have added one this moment.
    const others = readIds(this.device.readJson(KEY)).filter((known) => known !== id);
    this.kept.set([id, ...others].slice(0, MOST));
    this.device.writeJson(KEY, this.kept().map(String));
  }

  remove(id: bigint): void {
    this.kept.update((ids) => ids.filter((known) => known !== id));
    this.device.writeJson(KEY, this.kept().map(String));
  }
}

function readIds(kept: unknown): bigint[] {
  return Array.isArray(kept)
    ? kept.filter((id) => /^\d{1,18}$/.test(String(id))).map((id) => BigInt(String(id)))
    : [];
}
