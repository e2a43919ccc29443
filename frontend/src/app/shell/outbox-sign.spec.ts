import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import type { Letter } from '../ticket/letter';
import { Outbox } from '../ticket/outbox';
import { OutboxSign } from './outbox-sign';

describe('OutboxSign', () => {
  let fixture: ComponentFixture<OutboxSign>;
  let page: HTMLElement;

  beforeEach(async () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    // jsdom has no popovers.
    HTMLElement.prototype.hidePopover = () => undefined;
    TestBed.configureTestingModule({
      providers: [...provideFakeDesk({}), provideRouter([{ path: '**', children: [] }])],
    });
    fixture = TestBed.createComponent(OutboxSign);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  afterEach(() => jest.restoreAllMocks());

  const button = () => page.querySelector('button');
  const put = (letter: Partial<Letter>) =>
    TestBed.inject(Outbox).put({ requestId: 'a', writtenAt: 1, ...letter } as Letter);

  async function goOffline(): Promise<void> {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    dispatchEvent(new Event('offline'));
    await fixture.whenStable();
  }

  it('is not there as long as all is well', () => {
    expect(button()).toBeNull();
    expect(page.querySelector('[role=status]')!.textContent).toBe('');
  });

  it('says to everybody that there is no network, and that nothing is lost', async () => {
    await goOffline();
    expect(button()!.getAttribute('aria-label')).toBe('Offline');
    expect(page.querySelector('[role=status]')!.textContent).toContain('Nothing you type is lost');
  });

  it('counts what waits, and leads to the box that a text is taken back into', async () => {
    await goOffline();
    put({ kind: 'message', door: 'console', ticketId: '7', body: 'On it', authorName: '' });
    await fixture.whenStable();
    expect(button()!.getAttribute('aria-label')).toBe('1 text waits to be sent');
    const opened = Object.assign(new Event('toggle'), { newState: 'open' });
    page.querySelector('[popover]')!.dispatchEvent(opened);
    await eventually(() => page.textContent.includes('On it'));
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes('Edit'))!.click();
    await eventually(() => TestBed.inject(Router).url === '/console/tickets/7');
  });
});
