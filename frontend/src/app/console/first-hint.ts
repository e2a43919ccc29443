import { inject, Service, signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';

const KEY = 'keys-known';

/** Whether somebody is still to be told that there are keys; once told, never again on this device. */
@Service()
export class FirstHint {
  private readonly device = inject(DeviceStore);
  private readonly wanted = signal(this.device.read(KEY) === undefined);

  readonly shown = this.wanted.asReadonly();

  dismiss(): void {
    this.wanted.set(false);
    this.device.write(KEY, 'yes');
  }
}
