import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { createServer } from 'node:http';
import { StartError } from './config.ts';
import type { Logger } from './log.ts';
import { observeProcess } from './process-metrics.ts';
import type { Closer } from './shutdown.ts';

const exporter = new PrometheusExporter({
  preventServerStart: true,
  withoutScopeInfo: true,
  withoutTargetInfo: true,
});

/**
 * Where every instrument comes from; it stands beside what it measures. Attributes have few values, and never what
 * people wrote.
 */
export const meter = new MeterProvider({ readers: [exporter] }).getMeter('campus-desk');

/** Bounds in seconds for how long calls take, as OpenTelemetry advises. */
export const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Offers the metrics to Prometheus at `/metrics`, if there is a port for it.
 * @throws StartError when the port cannot be bound
 */
export async function serveMetrics(
  { HOST, METRICS_PORT }: { readonly HOST: string; readonly METRICS_PORT?: number | undefined },
  log: Logger,
): Promise<Closer> {
  if (METRICS_PORT === undefined) return () => undefined;
  const stopObserving = observeProcess(meter);
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] === '/metrics') exporter.getMetricsRequestHandler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new StartError(`Cannot listen on ${HOST}:${METRICS_PORT}: ${error.message}.`));
    });
    server.listen(METRICS_PORT, HOST, resolve);
  });
  const address = server.address();
  log.info({ metricsPort: typeof address === 'object' ? address?.port : undefined }, 'metrics');
  return () => {
    stopObserving();
    server.closeAllConnections();
    server.close();
  };
}
