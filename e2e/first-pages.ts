import { callJson } from './connect-json.ts';

/** A page that people come to first: its address, and what is there once it is. */
export type FirstPage = { readonly name: string; readonly way: string; readonly shows: string };

/** The first pages of both doors, and what is opened from there. */
export async function firstPages(url: string): Promise<readonly FirstPage[]> {
  const { body } = await callJson(url, 'campus.portal.v1.PortalService/ListTickets', {
    statuses: ['STATUS_ACTIVE'],
    pageSize: 1,
  });
  const { id } = body.tickets[0];
  return [
    { name: 'entry', way: '/', shows: 'p.counts >> text=/[0-9]/' },
    { name: 'portal', way: '/portal', shows: 'desk-ticket-card' },
    { name: 'report', way: '/report?location=Room%202.14', shows: 'textarea' },
    { name: 'ticket', way: `/portal/tickets/${id}`, shows: 'desk-history li' },
    { name: 'console', way: '/console', shows: '.state.live' },
    { name: 'console, a ticket', way: `/console/tickets/${id}`, shows: 'desk-history li' },
    { name: 'analyses', way: '/console/analysis', shows: 'desk-flow-card canvas' },
  ];
}
