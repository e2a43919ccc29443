import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CreateTicketRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, ConnectError } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import { Mine } from '../ticket/mine';
import { Postman } from '../ticket/postman';
import { ReportBox } from './report-box';

describe('ReportBox', () => {
  let answer: (request: CreateTicketRequest) => { ticket: Ticket; revision: bigint };
  let requests: CreateTicketRequest[];
  let reported: Ticket[];
  let fixture: ComponentFixture<ReportBox>;
  let page: HTMLElement;

  async function show(): Promise<void> {
    fixture = TestBed.createComponent(ReportBox);
    fixture.componentInstance.reported.subscribe((ticket) => reported.push(ticket));
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  }

  beforeEach(async () => {
    requests = [];
    reported = [];
    answer = () => ({ ticket: sampleTicket(), revision: 3n });
    TestBed.configureTestingModule({
      providers: provideFakeDesk({
        portal: {
          createTicket: (request) => {
            requests.push(request);
            return answer(request);
          },
        },
      }),
    });
    await show();
  });

  function area(): HTMLTextAreaElement {
    return page.querySelector('textarea')!;
  }

  function type(text: string): void {
    area().value = text;
    area().dispatchEvent(new Event('input'));
  }

  async function press(): Promise<void> {
    page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await fixture.whenStable();
  }

  it('says at the field what is missing when pressed too early, and sends nothing', async () => {
    type(' \n ');
    await press();
    expect(area().getAttribute('aria-invalid')).toBe('true');
    const below = page.querySelector(`#${area().getAttribute('aria-describedby')!}`);
    expect(below?.textContent).toContain('Please say what is wrong.');
    expect(document.activeElement).toBe(area());
    expect(requests).toEqual([]);
  });

  it('counts from 9,000 characters on, and refuses more than 10,000 while they are typed', async () => {
    type('x'.repeat(8_999));
    await fixture.whenStable();
    expect(page.textContent).not.toContain('of 10,000');
    type('x'.repeat(10_002));
    await fixture.whenStable();
    expect(page.textContent).toContain('10,002 of 10,000');
    expect(page.textContent).toContain('2 characters too long');
  });

  it('sends by Ctrl-Enter, remembers the ticket as mine, and empties the box', async () => {
    type('No picture in 2.14');
    area().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    await eventually(() => reported.length === 1);
    expect(requests[0]).toMatchObject({ description: 'No picture in 2.14' });
    expect(requests[0]!.location).toBeUndefined();
    expect(TestBed.inject(Mine).ids()).toEqual([1042n]);
    await show();
    expect(area().value).toBe('');
  });

  it('keeps the text and sends the same request again by itself when the desk is out of reach', async () => {
    answer = () => {
      throw new ConnectError('down', Code.Unavailable);
    };
    type('Water on the floor');
    await fixture.whenStable();
    await press();
    await eventually(() => page.textContent.includes('Your text is kept; we try again by ourselves.'));
    await eventually(() => page.querySelector('li')?.textContent.includes('Water on the floor') === true);
    expect(area().value).toBe('');
    answer = () => ({ ticket: sampleTicket(), revision: 3n });
    dispatchEvent(new Event('online'));
    await eventually(() => reported.length === 1);
    expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('does not interrupt whoever writes the next one by the receipt of the last', async () => {
    answer = () => {
      throw new ConnectError('down', Code.Unavailable);
    };
    type('Water on the floor');
    await press();
    await eventually(() => page.textContent.includes('we try again by ourselves.'));
    type('And no light');
    answer = () => ({ ticket: sampleTicket(), revision: 3n });
    dispatchEvent(new Event('online'));
    await eventually(() => TestBed.inject(Postman).deliveries().length === 1);
    await fixture.whenStable();
    expect(reported).toEqual([]);
    expect(area().value).toBe('And no light');
  });

  it('has the place of the door again for the next one', async () => {
    answer = () => {
      throw new ConnectError('down', Code.Unavailable);
    };
    fixture.componentRef.setInput('place', 'Room 2.14');
    await fixture.whenStable();
    type('Water on the floor');
    await press();
    await eventually(() => requests.length === 1);
    expect(requests[0]).toMatchObject({ location: 'Room 2.14' });
    expect(page.querySelector('input')!.value).toBe('Room 2.14');
  });

  it('names what everybody will read and should not, and sends it all the same', async () => {
    const warning = () => page.querySelector('desk-private-data-warning')!.textContent.trim();
    type('The lamp in room 2.14 is dark since 05.10.2026');
    await fixture.whenStable();
    expect(warning()).toBe('');
    type('The lamp is dark, call +44 7700 900123');
    await fixture.whenStable();
    expect(warning()).toContain('This text shows a phone number. Everybody can read it.');
    type('The lamp is dark, call +44 7700 900123 or write to ada@example.org');
    await fixture.whenStable();
    expect(warning()).toContain('This text shows an e-mail address and a phone number.');
    await press();
    await eventually(() => reported.length === 1);
  });
});
