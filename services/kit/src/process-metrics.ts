import type { Meter, ObservableResult } from '@opentelemetry/api';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Observes the process as OpenTelemetry names it: memory, time on the CPU, and how late the event loop was since the
 * last look. Answers what ends it.
 */
export function observeProcess(meter: Meter): () => void {
  const resolution = 20;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  // It measures from one look to the next, in nanoseconds.
  const inSeconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolution / 1e3);
  const description = 'How late the event loop was since the last look.';
  const delays = { p50: 50, p99: 99 };
  const gauges = Object.entries(delays).map(([name, percentile]) => {
    const gauge = meter.createObservableGauge(`nodejs.eventloop.delay.${name}`, { unit: 's', description });
    return [gauge, percentile] as const;
  });
  const max = meter.createObservableGauge('nodejs.eventloop.delay.max', { unit: 's', description });
  meter.addBatchObservableCallback(
    (result) => {
      for (const [gauge, percentile] of gauges)
        result.observe(gauge, inSeconds(delay.percentile(percentile)));
      result.observe(max, inSeconds(delay.max));
      delay.reset();
    },
    [...gauges.map(([gauge]) => gauge), max],
  );
  meter
    .createObservableUpDownCounter('process.memory.usage', {
      unit: 'By',
      description: 'Physical memory in use.',
    })
    .addCallback((result: ObservableResult) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableCounter('process.cpu.time', { unit: 's', description: 'Time on the CPU.' })
    .addCallback((result: ObservableResult) => {
      const { user, system } = process.cpuUsage();
      result.observe(user / 1e6, { 'cpu.mode': 'user' });
      result.observe(system / 1e6, { 'cpu.mode': 'system' });
    });
  return () => delay.disable();
}
