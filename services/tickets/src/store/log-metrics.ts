import { meter } from '@campus-desk/kit/telemetry';

/** The revision that this process has seen the log reach. */
export const logRevision = meter.createGauge('tickets.log.revision', {
  description: 'The revision that the log has reached.',
});

/** Writes that wait for the transaction that runs. */
export const waitingWrites = meter.createUpDownCounter('tickets.writes.waiting', {
  unit: '{write}',
  description: 'Writes that wait for the transaction before them.',
});

/** Writes refused because too many waited. */
export const refusedWrites = meter.createCounter('tickets.writes.refused', {
  unit: '{write}',
  description: 'Writes refused because too many waited.',
});

/** How many writes a transaction carried. */
export const batchSizes = meter.createHistogram('tickets.writes.batch_size', {
  unit: '{write}',
  description: 'How many writes a transaction carried.',
  advice: { explicitBucketBoundaries: [1, 2, 5, 10, 20, 50, 100] },
});

// So that they can be read before anything happens.
waitingWrites.add(0);
refusedWrites.add(0);
