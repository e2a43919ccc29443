import type { Database } from '../src/store/database.ts';
import { entities, EventEntity, MessageEntity, TicketEntity } from '../src/store/entities.ts';
import type { StoredEvent } from '../src/store/entities.ts';
import type { Message, Ticket } from '../src/domain/ticket.ts';

/** Everything that is stored, table by table: equal before and after means that nothing was stored. */
export function everything(database: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return database.read(async (manager) => {
    const tables: Record<string, readonly unknown[]> = {};
    for (const entity of entities) {
      const { primaryColumns } = manager.dataSource.getMetadata(entity);
      const order = Object.fromEntries(primaryColumns.map(({ propertyName }) => [propertyName, 'ASC']));
      tables[entity.options.name] = await manager.find<object>(entity, { order });
    }
    return tables;
  });
}

/** All tickets, the oldest first. */
export function ticketsIn(database: Database): Promise<readonly Ticket[]> {
  return database.read((manager) => manager.find(TicketEntity, { order: { id: 'ASC' } }));
}

/** All messages, the oldest first. */
export function messagesIn(database: Database): Promise<readonly Message[]> {
  return database.read((manager) => manager.find(MessageEntity, { order: { id: 'ASC' } }));
}

/** The whole log, in order. */
export function eventsIn(database: Database): Promise<readonly StoredEvent[]> {
  return database.read((manager) => manager.find(EventEntity, { order: { revision: 'ASC' } }));
}
