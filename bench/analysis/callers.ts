import { toBinary, toJsonString, type DescMethod, type Message } from '@bufbuild/protobuf';
import { unaryWindow } from '@campus-desk/kit/client';
import { methodPath } from '@campus-desk/kit/service-definition';
import * as grpc from '@grpc/grpc-js';
import { Agent, request as httpRequest } from 'node:http';

/** Makes calls over a path. What it makes of them is read to its end, and not decoded: no caller's work is measured. */
export type Caller = {
  /** A call that is made again and again. It rejects with an Error that names the status. */
  prepare(method: DescMethod, request: Message): () => Promise<void>;
  close(): void;
};

/** Connect with JSON over HTTP, as a browser does it: compressed if the gateway likes, on kept connections. */
export function gatewayCaller(address: string): Caller {
  const agent = new Agent({ keepAlive: true });
  return {
    prepare(method, request) {
      const body = toJsonString(method.input, request);
      const url = new URL(methodPath(method), `http://${address}`);
      const headers = {
        'content-type': 'application/json',
        'connect-protocol-version': '1',
        'accept-encoding': 'gzip, deflate, br, zstd',
        'content-length': Buffer.byteLength(body),
      };
      return () =>
        new Promise((resolve, reject) => {
          const call = httpRequest(url, { agent, method: 'POST', headers }, (response) => {
            response.resume().once('error', reject);
            response.once('end', () => {
              if (response.statusCode === 200) resolve();
              else reject(new Error(`HTTP ${response.statusCode}`));
            });
          });
          call.once('error', reject);
          call.end(body);
        });
    },
    close: () => agent.destroy(),
  };
}

/** gRPC on one connection, as the gateway does it. */
export function grpcCaller(address: string): Caller {
  const client = new grpc.Client(address, grpc.credentials.createInsecure(), unaryWindow);
  return {
    prepare(method, request) {
      const bytes = Buffer.from(toBinary(method.input, request));
      const path = methodPath(method);
      const pass = (given: Buffer) => given;
      return () =>
        new Promise((resolve, reject) => {
          client.makeUnaryRequest(path, pass, pass, bytes, (error) =>
            error ? reject(new Error(grpc.status[error.code])) : resolve(),
          );
        });
    },
    close: () => client.close(),
  };
}
