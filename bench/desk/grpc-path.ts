import { Channel } from '@campus-desk/kit/client';
import * as grpc from '@grpc/grpc-js';
import type { Path } from './path.ts';

const nothing = Buffer.alloc(0);

/** gRPC to the replicas of the ticket service, as the gateway does it: one connection to each. */
export function grpcPath(address: string): Path {
  const channel = new Channel(address);
  const health = new grpc.Client(address, grpc.credentials.createInsecure(), {
    'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  });
  return {
    name: 'gRPC',
    async call(method, request) {
      await channel.unary(method, request).catch((error: unknown) => {
        throw new Error(grpc.status[(error as grpc.ServiceError).code]);
      });
    },
    empty: () =>
      new Promise((resolve, reject) => {
        health.makeUnaryRequest(
          '/grpc.health.v1.Health/Check',
          () => nothing,
          (answer: Buffer) => answer,
          nothing,
          (error) => (error ? reject(new Error(grpc.status[error.code])) : resolve()),
        );
      }),
    close() {
      channel.close();
      health.close();
    },
  };
}
