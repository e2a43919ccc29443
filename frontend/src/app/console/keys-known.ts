import { inject, Service, signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';

const KEY = 'keys-known';

/** Whether somebody has been told that there are keys; once told, never again on this device. */
@Service()
export class KeysKnown {
  private readonly device = inject(DeviceStore);
  private readonly told = signal(this.device.read(KEY) !== undefined);

  readonly yes = this.told.asReadonly();

  note(): void {
    this.told.set(true);
    this.device.write(KEY, 'yes');
  }
}
