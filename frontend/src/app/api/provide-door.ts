import { inject, type Provider } from '@angular/core';
import { DOOR, type Door } from './door';
import { LiveCounts } from './live-counts';
import { LIVE_NAME, LiveTickets } from './live-tickets';
import { HELPDESK, PORTAL } from './transport';

/** Opens the portal's door for a part of the page, with one stream for all that follow it. */
export function providePortalDoor(): Provider[] {
  return [{ provide: DOOR, useFactory: (): Door => inject(PORTAL) }, ...live('portal')];
}

/** Opens the helpdesk's door for a part of the page, with one stream for all that follow it. */
export function provideHelpdeskDoor(): Provider[] {
  return [{ provide: DOOR, useFactory: (): Door => inject(HELPDESK) }, ...live('helpdesk')];
}

function live(name: string): Provider[] {
  return [{ provide: LIVE_NAME, useValue: name }, LiveTickets, LiveCounts];
}
