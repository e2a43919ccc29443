import { protoRoot } from '@campus-desk/contract';
import type { Server } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import type { Implementation } from './handlers.ts';

/** Lets callers discover the services from the proto files themselves. */
export function addReflection(server: Server, implementations: readonly Implementation[]): void {
  const files = new Set(implementations.map(({ service }) => `${service.file.name}.proto`));
  const services = implementations.map(({ service }) => service.typeName);
  const definition = loadSync([...files], { includeDirs: [protoRoot] });
  new ReflectionService(definition, { services }).addToServer(server);
}
