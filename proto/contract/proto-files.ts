import type { DescFile } from '@bufbuild/protobuf';
import { protoRoot } from '@campus-desk/contract';
import * as grpc from '@grpc/grpc-js';
import { loadSync, type PackageDefinition, type ServiceDefinition } from '@grpc/proto-loader';
import { readdirSync } from 'node:fs';

/** Every proto file of the contract, as `campus/tickets/v1/feed.proto`. */
export const protoFiles = readdirSync(`${protoRoot}/campus`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.proto'))
  .map((name) => `campus/${name}`)
  .sort();

/** The contract as proto-loader reads it from the files, with their own names. */
export const loaded: PackageDefinition = loadSync(protoFiles, {
  includeDirs: [protoRoot],
  keepCase: true,
  longs: String,
  enums: String,
  defaults: true,
});

/** The same files as they were generated. */
export async function generatedFiles(): Promise<readonly DescFile[]> {
  return Promise.all(
    protoFiles.map(async (name) => {
      const path = name.replace(/\.proto$/, '');
      const module = (await import(`../gen/${path}_pb.js`)) as Record<string, DescFile>;
      return module[`file_${path.replaceAll('/', '_')}`]!;
    }),
  );
}

/** The services of the contract in the files, by their full names. */
export const services: ReadonlyMap<string, ServiceDefinition> = new Map(
  Object.entries(loaded).filter(
    (entry): entry is [string, ServiceDefinition] =>
      entry[0].startsWith('campus.') && !('format' in entry[1]),
  ),
);

/** What a call came to, by its code alone. */
export type Outcome = { readonly code: grpc.status; readonly answer?: unknown };

/** Calls an RPC as the files describe it; of a stream it takes the first answer. */
export function call(
  address: string,
  { path, requestSerialize, responseDeserialize, responseStream }: ServiceDefinition[string],
  request: object,
): Promise<Outcome> {
  const client = new grpc.Client(address, grpc.credentials.createInsecure());
  const deadline = Date.now() + 10_000;
  return new Promise<Outcome>((resolve) => {
    if (!responseStream) {
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        { deadline },
        (error, answer) => resolve({ code: error?.code ?? grpc.status.OK, answer }),
      );
      return;
    }
    const stream = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, {
      deadline,
    });
    stream.once('data', (answer: unknown) => {
      resolve({ code: grpc.status.OK, answer });
      stream.cancel();
    });
    stream.on('error', (error: grpc.ServiceError) => resolve({ code: error.code }));
  }).finally(() => client.close());
}
