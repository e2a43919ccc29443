import { callJson } from './connect-json.ts';

/** A page that people come to first: its address, what is there once it is, and whether it is where they come in. */
export type FirstPage = {
  readonly name: string;
  readonly way: string;
  readonly shows: string;
  readonly isDoor: boolean;
};

/** The first pages of both doors, and what is opened from there. */
export async function firstPages(url: string): Promise<readonly FirstPage[]> {
  const { body } = await callJson(url, 'campus.portal.v1.PortalService/ListTickets', {
    statuses: ['STATUS_ACTIVE'],
    pageSize: 1,
  });
  const { id } = body.tickets[0];
  return [
    { name: 'entry', way: '/', shows: 'p.counts >> text=/[0-9]/', isDoor: true },
    { name: 'portal', way: '/portal', shows: 'desk-ticket-card', isDoor: true },
    { name: 'report', way: '/report?location=Room%202.14', shows: 'textarea', isDoor: true },
    { name: 'ticket', way: `/portal/tickets/${id}`, shows: 'desk-history li', isDoor: false },
    { name: 'console', way: '/console', shows: '.state.live', isDoor: true },
    { name: 'console, a ticket', way: `/console/tickets/${id}`, shows: 'desk-history li', isDoor: false },
    { name: 'analyses', way: '/console/analysis', shows: 'desk-flow-card canvas', isDoor: false },
  ];
}
