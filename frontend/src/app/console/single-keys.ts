import { inject, Service, signal } from '@angular/core';
import { DeviceStore } from '../ui/device-store';

const KEY = 'single-keys';

/** Whether keys of a single letter do something; they can be switched off, for who speaks to a computer or holds a key too long. */
@Service()
export class SingleKeys {
  private readonly device = inject(DeviceStore);
  private readonly chosen = signal(this.device.read(KEY) !== 'off');

  readonly on = this.chosen.asReadonly();

  choose(on: boolean): void {
    this.chosen.set(on);
    this.device.write(KEY, on ? 'on' : 'off');
  }
}
