import { inject, Service, signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';

const KEY = 'mine';
/** More than anybody reports from one device; the oldest leave first. */
const MOST = 200;

/** The numbers of the tickets that were reported from this device, the newest first. */
@Service()
export class Mine {
  private readonly device = inject(DeviceStore);
  private readonly kept = signal<readonly bigint[]>(readIds(this.device.readJson(KEY)));

  readonly ids = this.kept.asReadonly();

  add(id: bigint): void {
    this.kept.update((ids) => [id, ...ids.filter((known) => known !== id)].slice(0, MOST));
    this.device.writeJson(KEY, this.kept().map(String));
  }
}

function readIds(kept: unknown): bigint[] {
  return Array.isArray(kept)
    ? kept.filter((id) => /^\d{1,18}$/.test(String(id))).map((id) => BigInt(String(id)))
    : [];
}
