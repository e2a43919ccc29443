import { DestroyRef, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwUpdate } from '@angular/service-worker';
import { filter } from 'rxjs';

/** How often a page that stays open asks whether there is a new version, in ms. */
const INTERVAL_MS = 60 * 60_000;

/** Whether this page should be loaded anew: for a new version, or because parts of this one are gone. */
@Service()
export class PageUpdate {
  private readonly updates = inject(SwUpdate);
  private readonly reason = signal<'' | 'ready' | 'broken'>('');

  readonly offered = this.reason.asReadonly();

  constructor() {
    this.updates.versionUpdates
      .pipe(
        filter(({ type }) => type === 'VERSION_READY'),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reason.set('ready'));
    this.updates.unrecoverable.pipe(takeUntilDestroyed()).subscribe(() => this.missPart());
    if (this.updates.isEnabled) {
      const timer = setInterval(() => void this.updates.checkForUpdate().catch(() => false), INTERVAL_MS);
      inject(DestroyRef).onDestroy(() => clearInterval(timer));
    }
  }

  /** A part is neither on this device nor to be had: it was replaced by a new version, or there is no network. */
  missPart(): void {
    this.reason.set('broken');
  }

  /** A page loaded anew is the newest that the device has. */
  accept(): void {
    location.reload();
  }

  /** The version comes with the next visit. */
  decline(): void {
    this.reason.set('');
  }
}
