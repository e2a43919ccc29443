import { createFileRegistry, fromBinary, type DescService } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, type FileDescriptorProto } from '@bufbuild/protobuf/wkt';
import * as grpc from '@grpc/grpc-js';
import { loadSync, type ServiceDefinition } from '@grpc/proto-loader';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The versions of reflection that clients ask for. */
export const reflectionVersions = ['v1', 'v1alpha'] as const;

type Version = (typeof reflectionVersions)[number];

type Question = { listServices: string } | { fileContainingSymbol: string } | { fileByFilename: string };

type Answer = {
  readonly listServicesResponse?: { readonly service: readonly { readonly name: string }[] };
  readonly fileDescriptorResponse?: { readonly fileDescriptorProto: readonly Buffer[] };
  readonly errorResponse?: { readonly errorMessage: string };
};

/** The full names of the services that a server says it has. */
export async function reflectedServices(
  address: string,
  version: Version = 'v1',
): Promise<readonly string[]> {
  const { listServicesResponse } = await ask(address, version, { listServices: '*' });
  return listServicesResponse!.service.map(({ name }) => name);
}

/** A service with all its types as its server describes it: what a client has that knows no proto file. */
export async function reflectedService(
  address: string,
  version: Version,
  name: string,
): Promise<DescService> {
  const files = new Map<string, FileDescriptorProto>();
  const learn = async (question: Question) => {
    const { fileDescriptorResponse } = await ask(address, version, question);
    const learnt = fileDescriptorResponse!.fileDescriptorProto.map((bytes) =>
      fromBinary(FileDescriptorProtoSchema, bytes),
    );
    for (const file of learnt) files.set(file.name, file);
    return learnt[0]!;
  };
  const first = await learn({ fileContainingSymbol: name });
  // The map grows while it is read: imports have imports.
  for (const { dependency } of files.values())
    for (const file of dependency) if (!files.has(file)) await learn({ fileByFilename: file });
  const service = createFileRegistry(first, (file) => files.get(file)).getService(name);
  if (service === undefined) throw new Error(`${address} describes no ${name}`);
  return service;
}

/** Asks a server one question about itself. @throws Error what it answers if it does not know */
function ask(address: string, version: Version, question: Question): Promise<Answer> {
  const { path, requestSerialize, responseDeserialize } = reflection(version);
  const client = new grpc.Client(address, grpc.credentials.createInsecure());
  const stream = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  return new Promise<Answer>((resolve, reject) => {
    stream.on('error', reject);
    stream.once('data', (answer: Answer) => {
      if (answer.errorResponse) reject(new Error(answer.errorResponse.errorMessage));
      else resolve(answer);
      stream.end();
    });
    stream.write(question);
  }).finally(() => client.close());
}

/** The method by which servers describe themselves. */
export function reflection(version: Version): ServiceDefinition[string] {
  const folder = dirname(createRequire(import.meta.url).resolve('@grpc/reflection'));
  const root = join(folder, folder.endsWith('src') ? '..' : '.', 'proto');
  const loaded = loadSync(`grpc/reflection/${version}/reflection.proto`, {
    includeDirs: [root],
    oneofs: true,
  });
  return (loaded[`grpc.reflection.${version}.ServerReflection`] as ServiceDefinition).ServerReflectionInfo!;
}
