import { fromBinary, type DescMessage, type Message } from '@bufbuild/protobuf';

/** How many answers of a method are known, and how many bytes each has at most. */
const most = { answers: 8, bytes: 64 * 1024 };

/** What a method answered lately. What it answers again, byte for byte, is the same message: it is decoded once. */
export class KnownAnswers {
  readonly #schema: DescMessage;
  readonly #known: { readonly bytes: Buffer; readonly message: Message }[] = [];

  constructor(schema: DescMessage) {
    this.#schema = schema;
  }

  decode(bytes: Buffer): Message {
    const known = this.#known.find((answer) => answer.bytes.equals(bytes));
    if (known !== undefined) return known.message;
    const message = fromBinary(this.#schema, bytes) as Message;
    if (bytes.length > most.bytes) return message;
    this.#known.unshift({ bytes, message });
    if (this.#known.length > most.answers) this.#known.pop();
    return message;
  }
}
