import type { DescMethod, DescMethodStreaming, DescMethodUnary, Message } from '@bufbuild/protobuf';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Code, ConnectError, type Transport } from '@connectrpc/connect';
import type { Init } from './requests.ts';

/** What a call came to. Of a stream, what its first answer or its end is. */
export type Outcome = {
  /** As in the proto files' comments: `OK`, `INVALID_ARGUMENT`, … */
  readonly code: string;
  readonly message: string;
  /** The reasons of its ErrorInfos. */
  readonly reasons: readonly string[];
  readonly violations: readonly { readonly field: string; readonly description: string }[];
  readonly answer?: Message | undefined;
};

/** Whether a request was read and found valid: it was carried out, or refused for how the desk stands. */
export function isAnswered({ code }: Outcome): boolean {
  return ['OK', 'NOT_FOUND', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE'].includes(code);
}

type Options = { readonly timeoutMs?: number; readonly headers?: Readonly<Record<string, string>> };

/** Makes a call, whatever the method and the protocol. */
export async function call(
  transport: Transport,
  method: DescMethod,
  request: Init,
  options: Options = {},
): Promise<Outcome> {
  const leave = new AbortController();
  try {
    const answer = await firstAnswer(transport, method, request, leave.signal, options);
    return { code: 'OK', message: '', reasons: [], violations: [], answer };
  } catch (error) {
    return outcomeOf(ConnectError.from(error));
  } finally {
    leave.abort();
  }
}

async function firstAnswer(
  transport: Transport,
  method: DescMethod,
  request: Init,
  signal: AbortSignal,
  { timeoutMs, headers }: Options,
): Promise<Message | undefined> {
  if (method.methodKind === 'unary') {
    const unary = method as DescMethodUnary;
    return (await transport.unary(unary, signal, timeoutMs, headers, request)).message;
  }
  const streaming = method as DescMethodStreaming;
  const { message } = await transport.stream(streaming, signal, timeoutMs, headers, only(request));
  for await (const answer of message) return answer;
  return undefined;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one request
async function* only(request: Init) {
  yield request;
}

function outcomeOf(error: ConnectError): Outcome {
  return {
    code: Code[error.code].replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
    message: error.rawMessage,
    reasons: error.findDetails(ErrorInfoSchema).map(({ reason }) => reason),
    violations: error
      .findDetails(BadRequestSchema)
      .flatMap(({ fieldViolations }) => fieldViolations)
      .map(({ field, description }) => ({ field, description })),
  };
}
