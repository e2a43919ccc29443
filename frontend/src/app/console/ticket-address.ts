/** The full address of a ticket at the helpdesk, wherever the page is served. */
export function addressOfTicket(id: bigint): string {
  return new URL(`console/tickets/${id}`, document.baseURI).href;
}
