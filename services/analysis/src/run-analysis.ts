import { FeedService } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Channel, createClient } from '@campus-desk/kit/client';
import { address, readConfig, serverConfig } from '@campus-desk/kit/config';
import { follow } from '@campus-desk/kit/follow';
import type { Implementation } from '@campus-desk/kit/handlers';
import { createLogger } from '@campus-desk/kit/log';
import { startServer } from '@campus-desk/kit/server';
import { run } from '@campus-desk/kit/shutdown';
import { serveMetrics } from '@campus-desk/kit/telemetry';
import { observeFeed } from './feed-metrics.ts';
import { FeedReader } from './feed-reader.ts';
import type { ReadModel } from './read-model.ts';

/** Three heartbeats of the feed, in milliseconds. */
const silence = 45_000;

const second = 1_000;

type Options<Model extends ReadModel> = {
  /** The service's name, for its log. */
  readonly name: string;
  /** Makes a model of nothing. */
  readonly model: () => Model;
  /** What the service answers from its model. */
  readonly implement: (reader: FeedReader<Model>) => Implementation;
};

/** Runs an analysis service: it follows the feed of the ticket service and is ready once it has caught up. */
export function runAnalysis<Model extends ReadModel>({
  name,
  model,
  implement,
}: Options<Model>): Promise<void> {
  return run(async () => {
    const config = readConfig({ ...serverConfig, TICKETS_ADDRESS: address });
    const log = createLogger(name, config.LOG_LEVEL);
    const closeMetrics = await serveMetrics(config, log);
    const reader = new FeedReader(model);
    observeFeed(reader);
    const server = await startServer({
      host: config.HOST,
      port: config.PORT,
      log,
      implementations: [implement(reader)],
    });
    const channel = new Channel(config.TICKETS_ADDRESS);
    const client = createClient(FeedService, channel);
    const stopping = new AbortController();
    // A cut that ends soon is waited for by those who ask; only a lasting one takes the replica out of service.
    let lasting: NodeJS.Timeout | undefined;
    let held = new AbortController();
    const beating = setInterval(() => {
      if (reader.wasHeld) held.abort();
      reader.beat();
    }, second);
    const following = follow({
      open: (signal) => {
        held = new AbortController();
        return client.follow(reader.resume(), { signal: AbortSignal.any([signal, held.signal]) });
      },
      take: (step) => {
        reader.take(step);
        if (reader.picture === undefined) return;
        clearTimeout(lasting);
        server.setReady(true);
      },
      cut: (error) => {
        reader.cut();
        clearTimeout(lasting);
        lasting = setTimeout(() => server.setReady(false), reader.patience);
        log.warn({ reason: String(error) }, 'the feed was cut; following it again');
      },
      silence,
      signal: stopping.signal,
    });
    while (reader.picture === undefined) await reader.moved;
    log.info({ port: server.port }, 'ready');
    return async () => {
      await server.close();
      stopping.abort();
      await following;
      clearInterval(beating);
      channel.close();
      await closeMetrics();
    };
  });
}
