import type { DescMethod } from '@bufbuild/protobuf';
import type { Outcome } from './outcome.ts';

type ErrorJson = {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly { readonly debug: Debug }[];
};

type Debug = { readonly reason?: string; readonly fieldViolations?: Outcome['violations'] };

const envelope = { head: 5, endOfStream: 0b10 };

/**
 * Sends a body to an RPC of the gateway as it is, in the envelope of streams where the RPC is one. What it came to has
 * no answer; of a stream it is the first answer or the end.
 */
export async function sendJson(url: string, method: DescMethod, body: string): Promise<Outcome> {
  const isUnary = method.methodKind === 'unary';
  const leave = new AbortController();
  const response = await fetch(`${url}/${method.parent.typeName}/${method.name}`, {
    method: 'POST',
    headers: { 'content-type': isUnary ? 'application/json' : 'application/connect+json' },
    body: isUnary ? body : enveloped(body),
    signal: leave.signal,
  });
  const error = isUnary ? await errorOf(response) : await firstError(response);
  leave.abort();
  const details = error?.details?.map(({ debug }) => debug) ?? [];
  return {
    code: error?.code.toUpperCase() ?? 'OK',
    message: error?.message ?? '',
    reasons: details.flatMap(({ reason }) => reason ?? []),
    violations: details.flatMap(({ fieldViolations }) => fieldViolations ?? []),
  };
}

async function errorOf(response: Response): Promise<ErrorJson | undefined> {
  const answer = (await response.json()) as ErrorJson;
  return response.ok ? undefined : answer;
}

/** The error with which a stream ends, unless it begins with an answer. */
async function firstError({ body }: Response): Promise<ErrorJson | undefined> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body!) {
    chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (bytes.length < envelope.head) continue;
    if ((bytes[0]! & envelope.endOfStream) === 0) return undefined;
    const end = envelope.head + bytes.readUInt32BE(1);
    if (bytes.length < end) continue;
    return (JSON.parse(bytes.toString('utf8', envelope.head, end)) as { error?: ErrorJson }).error;
  }
  throw new Error('the stream ended without an end');
}

function enveloped(body: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(envelope.head + Buffer.byteLength(body));
  new DataView(bytes.buffer).setUint32(1, bytes.length - envelope.head);
  bytes.set(Buffer.from(body), envelope.head);
  return bytes;
}
