import type { Event } from '../domain/event.ts';
import type { Change } from './batch.ts';
import type { StoredEvent } from './entities.ts';

/** The row that keeps a change in the log. */
export function toStored({ revision, event, after: { version } }: Change): StoredEvent {
  const { ticketId, side, at, type, ...payload } = event;
  return { revision, ticketId, side, at, type, version, payload };
}

/** The event that a row keeps. */
export function fromStored({
  revision: _revision,
  version: _version,
  payload,
  ...event
}: StoredEvent): Event {
  return { ...event, ...payload } as Event;
}
