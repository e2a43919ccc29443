import type { DescMethod } from '@bufbuild/protobuf';
import { Code } from './rpc-error.ts';
import { methodPath } from './service-definition.ts';
import { durationBounds, meter } from './telemetry.ts';

const callDuration = meter.createHistogram('rpc.server.call.duration', {
  unit: 's',
  description: 'How long calls took; a stream as long as it was open.',
  advice: { explicitBucketBoundaries: durationBounds },
});

const openStreams = meter.createUpDownCounter('rpc.server.open_streams', {
  unit: '{stream}',
  description: 'Streams that are open.',
});

/** Counts a call that has ended, with how long it took in milliseconds. */
export function countCall(method: DescMethod, code: Code, ms: number): void {
  callDuration.record(ms / 1000, { ...nameOf(method), 'rpc.status_code': Code[code] });
}

/** Counts a stream as open until the function that it answers is called. */
export function countStream(method: DescMethod): () => void {
  openStreams.add(1, nameOf(method));
  return () => openStreams.add(-1, nameOf(method));
}

function nameOf(method: DescMethod) {
  return { 'rpc.system.name': 'grpc', 'rpc.method': methodPath(method).slice(1) };
}
