import { readConfig } from '@campus-desk/kit/config';
import { createLogger } from '@campus-desk/kit/log';
import { run } from '@campus-desk/kit/shutdown';
import { serveMetrics } from '@campus-desk/kit/telemetry';
import { gatewayConfig } from './config.ts';
import { startGateway } from './server.ts';

await run(async () => {
  const config = readConfig(gatewayConfig);
  const log = createLogger('gateway', config.LOG_LEVEL);
  const closeMetrics = await serveMetrics(config, log);
  const gateway = await startGateway({
    host: config.HOST,
    port: config.PORT,
    upstream: {
      tickets: config.TICKETS_ADDRESS,
      backlog: config.BACKLOG_ADDRESS,
      resolution: config.RESOLUTION_ADDRESS,
      workload: config.WORKLOAD_ADDRESS,
    },
    pageFolder: config.PAGE_DIR,
    rateLimits: config.RATE_LIMIT === 'on',
    trustedProxies: config.TRUST_PROXY,
    drainSeconds: config.DRAIN_SECONDS,
    log,
  });
  log.info({ port: gateway.port }, 'ready');
  return async () => {
    await gateway.close();
    await closeMetrics();
  };
});
