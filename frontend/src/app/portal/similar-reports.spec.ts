import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FindSimilarTicketsRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import { Code, ConnectError } from '@connectrpc/connect';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import { Mine } from '../ticket/mine';
import { SimilarReports } from './similar-reports';

describe('SimilarReports', () => {
  let asked: FindSimilarTicketsRequest[];
  let fails: boolean;
  let fixture: ComponentFixture<SimilarReports>;
  const links = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')];
  const type = (text: string, location = '') => {
    fixture.componentRef.setInput('text', text);
    fixture.componentRef.setInput('location', location);
    fixture.detectChanges();
  };

  beforeEach(() => {
    asked = [];
    fails = false;
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideFakeDesk({
          portal: {
            findSimilarTickets: (request) => {
              asked.push(request);
              if (fails) {
                throw new ConnectError('away', Code.Unavailable);
              }
              const ids = request.text.includes('projector') ? [1n, 2n, 3n, 4n] : [];
              return { matches: ids.map((id) => ({ ticket: sampleTicket({ id }), score: 0.5 })) };
            },
          },
        }),
        provideRouter([{ path: '**', children: [] }]),
      ],
    });
    fixture = TestBed.createComponent(SimilarReports);
  });

  it('shows at most three, each leading to its conversation, which is then followed on this device', async () => {
    type('The projector is dark', 'B12');
    await eventually(() => links().length === 3);
    expect(asked).toMatchObject([{ text: 'The projector is dark', location: 'B12' }]);
    expect(links().map((link) => link.getAttribute('href'))).toEqual(
      [1, 2, 3].map((id) => `/portal/tickets/${id}`),
    );
    links()[1]!.click();
    expect(TestBed.inject(Mine).ids()).toEqual([2n]);
  });

  it('asks once for what is typed in one go, and not for a few letters', async () => {
    type('The pro');
    type('The projec');
    type('The projector is dark');
    await eventually(() => links().length === 3);
    expect(asked.map(({ text }) => text)).toEqual(['The projector is dark']);
    type('The pro');
    await eventually(() => links().length === 0);
    expect(asked).toHaveLength(1);
  });

  it('shows nothing where the desk does not answer', async () => {
    type('The projector is dark');
    await eventually(() => links().length === 3);
    fails = true;
    type('The projector is dark again');
    await eventually(() => links().length === 0);
    expect(asked).toHaveLength(2);
  });
});
