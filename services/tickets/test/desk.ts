import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { FeedService } from '@campus-desk/contract/campus/tickets/v1/feed';
import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { Channel, createClient, type Client } from '@campus-desk/kit/client';
import type { Logger } from '@campus-desk/kit/log';
import { startServer } from '@campus-desk/kit/server';
import { feed } from '../src/rpc/feed.ts';
import { helpdesk } from '../src/rpc/helpdesk.ts';
import { portal } from '../src/rpc/portal.ts';
import type { Database } from '../src/store/database.ts';
import type { LogStep } from '../src/store/log-tail.ts';
import { PresenceBoard } from '../src/store/presence-board.ts';
import { PresenceReports } from '../src/store/presence-reports.ts';
import type { TestDatabase } from './databases.ts';
import { tailOf } from './followers.ts';
import { writerOn } from './writers.ts';

type Methods<Service> = Service extends { readonly method: infer M } ? M : never;

/** A running ticket service and clients of its doors. */
export type TestDesk = {
  readonly portal: Client<Methods<typeof PortalService>>;
  readonly helpdesk: Client<Methods<typeof HelpdeskService>>;
  readonly feed: Client<Methods<typeof FeedService>>;
  readonly database: Database;
  /** What the server logged, as JSON. */
  readonly log: readonly string[];
  /** Stops the server, and nothing else. */
  stopServer(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts the ticket service on a new database.
 * @param pulled told of each step of the log that the server takes for somebody who follows it
 */
export async function openDesk(
  createDatabase: () => Promise<TestDatabase>,
  pulled: (step: LogStep) => void = () => undefined,
): Promise<TestDesk> {
  const place = await createDatabase();
  const database = await place.open();
  await database.migrate();
  const tail = await tailOf(database);
  const after = tail.after.bind(tail);
  tail.after = async function* (...place) {
    for await (const step of after(...place)) {
      pulled(step);
      yield step;
    }
  };
  const writer = writerOn(database, { committed: () => tail.wake() });
  const presence = {
    reports: new PresenceReports(database),
    board: new PresenceBoard(database, (error) => {
      throw error;
    }),
  };
  const desk = { database, writer, tail, presence };
  const log: string[] = [];
  const line = (fields: { err?: Error }) =>
    void log.push(JSON.stringify({ ...fields, err: { ...fields.err, stack: fields.err?.stack } }));
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    log: { info: line, error: line } as unknown as Logger,
    implementations: [portal(desk), helpdesk(desk), feed(desk, new CampusCalendar('UTC'))],
  });
  const channel = new Channel(`127.0.0.1:${server.port}`);
  const stopServer = async () => {
    await server.close();
  };
  return {
    portal: createClient(PortalService, channel),
    helpdesk: createClient(HelpdeskService, channel),
    feed: createClient(FeedService, channel),
    database,
    log,
    stopServer,
    async close() {
      channel.close();
      await stopServer();
      await tail.stop();
      await presence.board.stop();
      await database.close();
      await place.drop();
    },
  };
}
