/** One question to a read model. */
export type Question<Model, Asked, Answer> = {
  /** The same for requests that ask the same. */
  readonly key: (request: Asked) => string;
  /** Answers from the model, for a time in ms UTC. @throws RpcError for a request that cannot be answered */
  readonly answer: (model: Model, request: Asked, now: number, timeZone: string) => Answer;
  /** The next time in ms UTC at which the answer may change though nothing happens; undefined if there is none. */
  readonly changesAt?: (model: Model, request: Asked, now: number) => number | undefined;
};
