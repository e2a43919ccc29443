import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { UpdateTicketRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import { TextEditor } from './text-editor';

describe('TextEditor', () => {
  const theirs = sampleTicket({ description: 'Theirs', version: 2 });
  let requests: UpdateTicketRequest[];
  let fixture: ComponentFixture<TextEditor>;
  let page: HTMLElement;

  beforeEach(async () => {
    requests = [];
    TestBed.configureTestingModule({
      providers: provideFakeDesk({
        portal: {
          getTicket: () => ({ ticket: theirs, revision: 5n }),
          updateTicket: (request) => {
            requests.push(request);
            if (request.expectedVersion === 1) {
              throw refusal(Code.Aborted, 'CONFLICT', { fields: 'description', version: '2' });
            }
            return {
              ticket: { ...theirs, description: request.description ?? '', version: 3 },
              revision: 6n,
            };
          },
        },
      }),
    });
    fixture = TestBed.createComponent(TextEditor);
    fixture.componentRef.setInput('ticket', sampleTicket());
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  async function saveDescription(text: string): Promise<void> {
    const area = page.querySelector('textarea')!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await eventually(() => requests.length > 0);
  }

  async function press(words: string): Promise<void> {
    await eventually(() => page.textContent.includes(words));
    [...page.querySelectorAll('button')].find((button) => button.textContent.includes(words))!.click();
    await fixture.whenStable();
  }

  it('sends the changed text alone, with the version it began from', async () => {
    await saveDescription('Mine');
    expect(requests[0]).toMatchObject({ description: 'Mine', expectedVersion: 1 });
    expect(requests[0]!.title).toBeUndefined();
    expect(requests[0]!.location).toBeUndefined();
  });

  it('shows both texts after a conflict, and saves mine when I keep it', async () => {
    const saved: Ticket[] = [];
    fixture.componentInstance.saved.subscribe(({ ticket }) => saved.push(ticket));
    await saveDescription('Mine');
    await press('Keep mine');
    expect(page.querySelector('textarea')!.value).toBe('Mine');
    await press('Save');
    await eventually(() => saved.length === 1);
    expect(requests[1]).toMatchObject({ description: 'Mine', expectedVersion: 2 });
    expect(requests[1]!.requestId).not.toBe(requests[0]!.requestId);
  });

  it('shows their text after a conflict, and takes it when I choose it', async () => {
    await saveDescription('Mine');
    await eventually(() => page.textContent.includes('Theirs'));
    await press('Take theirs');
    expect(page.querySelector('textarea')!.value).toBe('Theirs');
    expect(requests).toHaveLength(1);
  });

  it('puts both texts into the box where both are wanted', async () => {
    await saveDescription('Mine');
    await press('Put both into the text');
    expect(page.querySelector('textarea')!.value).toBe('Theirs\n\nMine');
    await press('Save');
    await eventually(() => requests.length === 2);
    expect(requests[1]).toMatchObject({ description: 'Theirs\n\nMine', expectedVersion: 2 });
  });

  it('shows a conflict again after a reload, instead of overwriting what nobody has decided about', async () => {
    await saveDescription('Mine');
    await eventually(() => page.textContent.includes('Theirs'));
    fixture = TestBed.createComponent(TextEditor);
    fixture.componentRef.setInput('ticket', theirs);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    expect(page.querySelector('textarea')!.value).toBe('Mine');
    page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await press('Keep mine');
    expect(requests).toHaveLength(2);
    await press('Save');
    await eventually(() => requests.length === 3);
    expect(requests[2]).toMatchObject({ description: 'Mine', expectedVersion: 2 });
  });
});
