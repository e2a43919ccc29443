import type { DescMethod, Message } from '@bufbuild/protobuf';

/** A way to the ticket service. A call that fails rejects with an Error whose message is the code. */
export type Path = {
  readonly name: string;
  /** Makes a unary call and waits for the whole answer. */
  call(method: DescMethod, request: Message): Promise<void>;
  /** Asks whether the nearest process lives: no rule, no database. */
  empty(): Promise<void>;
  close(): void;
};
