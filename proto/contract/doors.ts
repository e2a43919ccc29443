import type { DescMethod, DescService } from '@bufbuild/protobuf';
import type { Transport } from '@connectrpc/connect';
import { createGrpcTransport, Http2SessionManager } from '@connectrpc/connect-node';
import { transports } from '../../services/gateway/test/transports.ts';
import type { WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { reflectedServices } from './reflected.ts';

/** The programs behind the gateway. */
export const servers = ['tickets', 'backlog', 'resolution', 'workload'] as const;

/** Straight at the service that serves an RPC. */
export const grpcDoor = 'gRPC';

/** The ways in which a client may speak to a service, the inner one first. */
export function doorsTo(service: DescService): readonly string[] {
  return [grpcDoor, ...(isInternal(service) ? [] : transports.map(([name]) => name))];
}

/** Whether a service is for other services alone: those of tickets are, the others are doors of people. */
export function isInternal({ typeName }: DescService): boolean {
  return typeName.startsWith('campus.tickets.');
}

/** All ways into a desk. */
export type Doors = {
  /** A client's way through a door, named as by `doorsTo`. */
  transport(door: string, method: DescMethod): Transport;
  /** Where the program listens that serves a service. */
  addressOf(service: DescService): string;
  close(): void;
};

/** Opens all ways into a desk; which program serves which service they learn by reflection. */
export async function openDoors(desk: WholeDesk): Promise<Doors> {
  const sessions: Http2SessionManager[] = [];
  const straight = new Map<string, Transport>();
  const addresses = new Map<string, string>();
  for (const { address } of servers.map((name) => desk.services[name])) {
    const baseUrl = `http://${address}`;
    const sessionManager = new Http2SessionManager(baseUrl);
    sessions.push(sessionManager);
    const transport = createGrpcTransport({ baseUrl, sessionManager });
    for (const service of await reflectedServices(address)) {
      straight.set(service, transport);
      addresses.set(service, address);
    }
  }
  const through = new Map(transports.map(([name, create]) => [name, create(desk.url)]));
  return {
    transport: (door, { parent }) => (door === grpcDoor ? straight.get(parent.typeName) : through.get(door))!,
    addressOf: ({ typeName }) => addresses.get(typeName)!,
    close: () => sessions.forEach((session) => session.abort()),
  };
}
