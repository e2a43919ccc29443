import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { DeviceStore } from './device-store';

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type SchemeChoice = (typeof SCHEMES)[number];

/** Light, dark, or as the system has it; remembered on the device (see also public/scheme.js). */
@Service()
export class Scheme {
  private readonly device = inject(DeviceStore);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<SchemeChoice>(toChoice(this.device.read('scheme')));
  private readonly systemDark = signal(false);

  readonly choice = this.chosen.asReadonly();
  readonly dark = computed(() => (this.chosen() === 'auto' ? this.systemDark() : this.chosen() === 'dark'));

  constructor() {
    const system = matchMedia('(prefers-color-scheme: dark)');
    this.systemDark.set(system.matches);
    system.addEventListener('change', (event) => this.systemDark.set(event.matches));
  }

  choose(choice: SchemeChoice): void {
    this.chosen.set(choice);
    this.root.dataset.scheme = choice;
    this.device.write('scheme', choice);
  }
}

function toChoice(kept: string | undefined): SchemeChoice {
  return SCHEMES.find((choice) => choice === kept) ?? 'auto';
}
