// A service that answers the questions of all three analyses with nothing: what a call costs without its question. It
// runs on the server of the desk's services, as they do.
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { readConfig, serverConfig } from '@campus-desk/kit/config';
import { implement } from '@campus-desk/kit/handlers';
import { createLogger } from '@campus-desk/kit/log';
import { startServer } from '@campus-desk/kit/server';
import { run } from '@campus-desk/kit/shutdown';
import { serveMetrics } from '@campus-desk/kit/telemetry';

const nothing = {};
const once = () => Promise.resolve(nothing);
// eslint-disable-next-line @typescript-eslint/require-await -- nothing is waited for
async function* watch() {
  yield nothing;
}

await run(async () => {
  const config = readConfig(serverConfig);
  const log = createLogger('empty', config.LOG_LEVEL);
  const closeMetrics = await serveMetrics(config, log);
  const server = await startServer({
    host: config.HOST,
    port: config.PORT,
    log,
    implementations: [
      implement(BacklogService, { getBacklog: once, watchBacklog: watch }),
      implement(ResolutionService, { getResolutionTimes: once, watchResolutionTimes: watch }),
      implement(WorkloadService, { getWorkload: once, watchWorkload: watch }),
    ],
  });
  server.setReady(true);
  return async () => {
    await server.close();
    await closeMetrics();
  };
});
