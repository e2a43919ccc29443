import { create, type DescMethod, type Message } from '@bufbuild/protobuf';
import { createContextKey, createContextValues, type HandlerContext } from '@connectrpc/connect';
import type {
  UniversalHandler,
  UniversalServerRequest,
  UniversalServerResponse,
} from '@connectrpc/connect/protocol';

/** The headers of a request that its answer's form depends on. */
const formHeaders = ['content-type', 'accept-encoding', 'connect-accept-encoding', 'grpc-accept-encoding'];

/** Flags of the last part of a stream, which is no message: Connect's, and that of gRPC-Web. */
const endFlags = 0b1000_0010;

/** A message as it leaves in one form. */
type Encoded = { readonly bytes: Uint8Array; readonly contentEncoding: string | null };

/** All forms that messages have left in. */
const encodings = new WeakMap<Message, Map<string, Encoded>>();

const sharingKey = createContextKey<SharedEncoding | undefined>(undefined);

/**
 * The answers of one call. Connect encodes and compresses every message of every call; one that has left in the same
 * form before is kept from it: Connect is given an empty one, and what it makes of that is replaced.
 */
class SharedEncoding {
  readonly #form: string;
  readonly #given: Message[] = [];

  constructor({ header }: UniversalServerRequest) {
    this.#form = formHeaders.map((name) => header.get(name)).join('|');
  }

  /** What to give to Connect for an answer. */
  give(method: DescMethod, message: Message): Message {
    this.#given.push(message);
    return encodings.get(message)?.has(this.#form) === true ? create(method.output) : message;
  }

  /** The answer that was given first and is not taken yet, as it leaves. @param made what Connect made of it */
  take(made: Encoded): Encoded {
    const message = this.#given.shift();
    if (message === undefined) return made;
    const forms = encodings.get(message) ?? new Map<string, Encoded>();
    encodings.set(message, forms);
    const known = forms.get(this.#form) ?? made;
    forms.set(this.#form, known);
    return known;
  }
}

/** What to give to Connect instead of an answer that need not be encoded again; else the answer. */
export function unlessEncoded(method: DescMethod, message: Message, { values }: HandlerContext): Message {
  return values.get(sharingKey)?.give(method, message) ?? message;
}

/** Makes a handler of Connect encode once what it answers again. */
export function sharingEncodings(handler: UniversalHandler): UniversalHandler {
  const handle = async (request: UniversalServerRequest): Promise<UniversalServerResponse> => {
    if (request.method !== 'POST') return handler(request);
    const shared = new SharedEncoding(request);
    const contextValues = (request.contextValues ?? createContextValues()).set(sharingKey, shared);
    const response = await handler({ ...request, contextValues });
    const { status, header, body } = response;
    if (status !== 200 || header === undefined || body === undefined) return response;
    return { ...response, body: replaced(body, header, shared) };
  };
  return Object.assign(handle, handler);
}

/** What Connect made of the answers of a call, as it leaves. The headers leave only with the first part of it. */
async function* replaced(body: AsyncIterable<Uint8Array>, header: Headers, shared: SharedEncoding) {
  // Parts of a stream say for themselves how long they are, and whether they are compressed.
  const isStream = !header.has('content-length');
  for await (const bytes of body) {
    if (isStream && (bytes[0]! & endFlags) !== 0) {
      yield bytes;
      continue;
    }
    const answer = shared.take({ bytes, contentEncoding: header.get('content-encoding') });
    if (!isStream) header.set('content-length', String(answer.bytes.byteLength));
    if (answer.contentEncoding !== null) header.set('content-encoding', answer.contentEncoding);
    yield answer.bytes;
  }
}
