import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import { provideHelpdeskDoor } from '../api/provide-door';
import { BulkRun } from './bulk-run';
import { BulkStrip } from './bulk-strip';
import { ConsoleStore } from './console-store';
import { Selection } from './selection';

describe('BulkStrip', () => {
  let fixture: ComponentFixture<BulkStrip>;
  let page: HTMLElement;
  let selection: Selection;
  let held: PromiseWithResolvers<void>;

  beforeEach(async () => {
    held = Promise.withResolvers();
    TestBed.configureTestingModule({
      providers: [
        provideHelpdeskDoor(),
        ConsoleStore,
        Selection,
        ...provideFakeDesk({
          helpdesk: {
            async closeTicket({ ticketId: id }) {
              await held.promise;
              if (id === 2n) {
                throw refusal(Code.FailedPrecondition, 'ILLEGAL_MOVE');
              }
              return { ticket: sampleTicket({ id, status: Status.CLOSED }), revision: 9n };
            },
            getTicket: ({ ticketId: id }) => ({
              ticket: sampleTicket({ id, status: Status.CLOSED, title: 'The clock is late' }),
              revision: 9n,
            }),
          },
        }),
      ],
    });
    selection = TestBed.inject(Selection);
    fixture = TestBed.createComponent(BulkStrip);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  });

  async function close(ids: bigint[]): Promise<void> {
    selection.selectAll(ids);
    const seen = new Map(ids.map((id) => [id, sampleTicket({ id, status: Status.ACTIVE })]));
    const running = TestBed.inject(BulkRun).start({ kind: 'close' }, ids, seen);
    await fixture.whenStable();
    expect(page.querySelector('progress')!.max).toBe(ids.length);
    expect(page.textContent).toContain(`0 of ${ids.length}`);
    held.resolve();
    await running;
    await fixture.whenStable();
  }

  it('tells each refusal by its number, its title and its reason; what was done is selected no longer', async () => {
    await close([1n, 2n, 3n]);
    expect(page.textContent).toContain('2 done, 1 refused.');
    const [line, ...more] = page.querySelectorAll('li');
    expect(more).toEqual([]);
    expect(line!.textContent).toContain('#2');
    expect(line!.textContent).toContain('The clock is late');
    expect(line!.textContent).toContain('Somebody else closed it');
    expect(line!.querySelector('a')!.getAttribute('href')).toBe('/console/tickets/2');
    expect([...selection.ids()]).toEqual([2n]);
  });

  it('takes focus that would be lost, and goes when it is dismissed', async () => {
    await close([1n]);
    await eventually(() => document.activeElement?.textContent.trim() === '1 done.');
    page.querySelector<HTMLElement>('button')!.click();
    await fixture.whenStable();
    expect(page.textContent.trim()).toBe('');
  });
});
