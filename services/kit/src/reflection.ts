import { toBinary, type DescFile } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import type { Server } from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import type { Implementation } from './handlers.ts';

/**
 * Lets callers discover the services and every file of the contract that they need. As generated: proto-loader would
 * join the files of a package and lose their imports and the names of fields, so that no client could use them.
 */
export function addReflection(server: Server, implementations: readonly Implementation[]): void {
  const files = withImports(implementations.map(({ service }) => service.file));
  const fileDescriptorProtos = files.map(({ proto }) =>
    Buffer.from(toBinary(FileDescriptorProtoSchema, proto)),
  );
  // Of a definition, reflection reads nothing but the files.
  const contract = {
    format: 'Protocol Buffer 3 EnumDescriptorProto',
    type: {},
    fileDescriptorProtos,
  } as const;
  const services = implementations.map(({ service }) => service.typeName);
  new ReflectionService({ contract }, { services }).addToServer(server);
}

function withImports(files: readonly DescFile[]): readonly DescFile[] {
  const all = new Set(files);
  // The set grows while it is read: imports have imports.
  for (const { dependencies } of all) for (const file of dependencies) all.add(file);
  return [...all];
}
