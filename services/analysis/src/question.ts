import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';

/** One question to a read model. */
export type Question<Model, Asked, Answer> = {
  /** The same for requests that ask the same. */
  readonly key: (request: Asked) => string;
  /** Answers from the model, for a time in ms UTC. @throws RpcError for a request that cannot be answered */
  readonly answer: (model: Model, request: Asked, now: number, calendar: CampusCalendar) => Answer;
  /** Sets in a kept answer what moves with the time (ms UTC), while all else stays; without it nothing does. */
  readonly dated?: (answer: Answer, request: Asked, now: number) => Answer;
  /** The next time in ms UTC at which the answer may change though nothing happens; undefined if there is none. */
  readonly changesAt?: (
    model: Model,
    request: Asked,
    now: number,
    calendar: CampusCalendar,
  ) => number | undefined;
};
