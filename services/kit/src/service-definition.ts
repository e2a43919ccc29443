import { fromBinary, toBinary, type DescMessage, type DescMethod, type Message } from '@bufbuild/protobuf';
import type { MethodDefinition } from '@grpc/grpc-js';

/** The path of a method on the wire, as in `/campus.portal.v1.PortalService/GetTicket`. */
export function methodPath(method: DescMethod): string {
  return `/${method.parent.typeName}/${method.name}`;
}

/** A method of the contract as grpc-js wants it. */
export function methodDefinition(method: DescMethod): MethodDefinition<Message, Message> {
  const request = codec(method.input);
  const response = codec(method.output);
  return {
    path: methodPath(method),
    requestStream: method.methodKind === 'client_streaming' || method.methodKind === 'bidi_streaming',
    responseStream: method.methodKind === 'server_streaming' || method.methodKind === 'bidi_streaming',
    requestSerialize: request.serialize,
    requestDeserialize: request.deserialize,
    responseSerialize: response.serialize,
    responseDeserialize: response.deserialize,
  };
}

function codec(schema: DescMessage) {
  return {
    serialize: (message: Message) => Buffer.from(toBinary(schema, message)),
    deserialize: (bytes: Buffer) => fromBinary(schema, bytes) as Message,
  };
}
