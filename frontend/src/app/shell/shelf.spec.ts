import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { SwUpdate } from '@angular/service-worker';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Subject } from 'rxjs';
import { provideFakeDesk } from '../../testing/fake-desk';
import { Shelf } from './shelf';

describe('Shelf', () => {
  const versionUpdates = new Subject<{ type: string }>();
  const unrecoverable = new Subject<object>();
  let fixture: ComponentFixture<Shelf>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        ...provideFakeDesk({}),
        { provide: SwUpdate, useValue: { isEnabled: false, versionUpdates, unrecoverable } },
      ],
    });
    fixture = TestBed.createComponent(Shelf);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  async function press(name: string): Promise<void> {
    page.querySelector<HTMLElement>(`[aria-label=${name}]`)!.click();
    await fixture.whenStable();
  }

  it('offers a version that is ready, and none that is only on its way', async () => {
    versionUpdates.next({ type: 'VERSION_DETECTED' });
    await fixture.whenStable();
    expect(page.textContent.trim()).toBe('');
    versionUpdates.next({ type: 'VERSION_READY' });
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')!.textContent).toContain('A new version is ready.');
    await press('Dismiss');
    expect(page.textContent.trim()).toBe('');
  });

  it('says that a page whose parts are gone has to be loaded again', async () => {
    unrecoverable.next({});
    await fixture.whenStable();
    expect(page.textContent).toContain('A part of this page could not be loaded.');
  });

  it('tells politely what was sent elsewhere, with the way to it', async () => {
    const told = { requestId: 'a', kind: 'report', door: 'portal', ticketId: '1042' };
    dispatchEvent(
      new StorageEvent('storage', { key: 'campus-desk.arrived', newValue: JSON.stringify(told) }),
    );
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')!.textContent).toContain('#1042 is with us.');
    expect(page.querySelector('a')!.getAttribute('href')).toBe('/portal/tickets/1042');
    await press('Dismiss');
    expect(page.textContent.trim()).toBe('');
  });
});
