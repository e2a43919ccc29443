import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { readConfig } from '@campus-desk/kit/config';
import { createLogger } from '@campus-desk/kit/log';
import { startServer } from '@campus-desk/kit/server';
import { run } from '@campus-desk/kit/shutdown';
import { serveMetrics } from '@campus-desk/kit/telemetry';
import { ticketsConfig } from './config.ts';
import { categoryModel } from './category-model.ts';
import { LearningClassifier } from './domain/category/learning-classifier.ts';
import { keepTrying } from './keep-trying.ts';
import { feed } from './rpc/feed.ts';
import { helpdesk } from './rpc/helpdesk.ts';
import { portal } from './rpc/portal.ts';
import type { Database } from './store/database.ts';
import { fillFlow } from './store/day-flow.ts';
import { LogTail } from './store/log-tail.ts';
import { openDatabase } from './store/open-database.ts';
import { PresenceBoard } from './store/presence-board.ts';
import { PresenceReports } from './store/presence-reports.ts';
import { forgetRequests } from './store/remembered-requests.ts';
import { Writer } from './store/writer.ts';

/** How often to say again why the service cannot start yet, in milliseconds. */
const reminder = 30_000;

await run(async () => {
  const config = readConfig(ticketsConfig);
  const log = createLogger('tickets', config.LOG_LEVEL);
  const closeMetrics = await serveMetrics(config, log);
  const database = await keepTrying(() => openCurrent(config), {
    tell: (why) => log.warn(`${why} Trying again.`),
    reminder,
  });
  const calendar = new CampusCalendar(config.CAMPUS_TIME_ZONE);
  await fillFlow(database, calendar);
  const tail = new LogTail(database);
  const writer = new Writer(database, {
    clock: Date.now,
    calendar,
    classifier: new LearningClassifier(categoryModel),
    committed: () => tail.wake(),
  });
  await writer.prepare();
  const stopForgetting = forgetRequests(database, (err) => log.warn({ err }, 'old request ids stay for now'));
  await tail.start((err) => log.warn({ err }, 'the log cannot be read; trying again'));
  const presence = {
    reports: new PresenceReports(database),
    board: new PresenceBoard(database, (err) =>
      log.warn({ err }, 'who is where cannot be read; trying again'),
    ),
  };
  const stopCleaning = presence.reports.clean((err) => log.warn({ err }, 'who was where stays for now'));
  const desk = { database, writer, tail, presence };
  const server = await startServer({
    host: config.HOST,
    port: config.PORT,
    log,
    implementations: [portal(desk), helpdesk(desk), feed(desk, calendar)],
  });
  server.setReady(true);
  log.info({ port: server.port }, 'ready');
  return async () => {
    await server.close();
    await writer.idle();
    await tail.stop();
    await presence.board.stop();
    stopForgetting();
    stopCleaning();
    await database.close();
    await closeMetrics();
  };
});

async function openCurrent(config: Parameters<typeof openDatabase>[0]): Promise<Database> {
  const database = await openDatabase(config);
  try {
    await database.requireCurrent();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
