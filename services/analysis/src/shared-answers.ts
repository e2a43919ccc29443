import { timestampFromMs, timestampMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import type { Picture } from './feed-reader.ts';
import type { Question } from './question.ts';

/** To how many different requests the answers are kept. */
const mostKept = 100;

/** For how long an answer is told as it is, in milliseconds: it stays true for the time that it names. */
const freshness = 100;

/** For which revision and time an answer is true. */
export type Exactness = { readonly revision: bigint; readonly asOf: Timestamp };

/** An answer and for which times (ms UTC) it is true, if the model does not change meanwhile. */
type Kept<Answer> = {
  readonly answer: Answer;
  readonly from: number;
  readonly until: number;
  /** What was last told of it. */
  told?: { readonly answer: Answer & Exactness };
};

/** Answers a question once for all who ask the same, for as long as neither the model nor time changes the answer. */
export class SharedAnswers<Model, Asked, Answer extends object> {
  readonly #question: Question<Model, Asked, Answer>;
  /** Those of one state of the model, the oldest first. */
  readonly #kept = new Map<string, Kept<Answer>>();
  #state: Pick<Picture<Model>, 'model' | 'changedAt'> | undefined;

  constructor(question: Question<Model, Asked, Answer>) {
    this.#question = question;
  }

  /**
   * The answer at a time in ms UTC, and until when it stays so. It is one object, dated with the time when it was first
   * told, for all who ask at the same revision within a tenth of a second while nothing changes the answer.
   * @throws RpcError for a request that cannot be answered
   */
  at(picture: Picture<Model>, request: Asked, now: number) {
    const kept = this.#keptAt(picture, request, now);
    const { answer, until, told } = kept;
    const { revision } = picture;
    if (told?.answer.revision === revision && isFresh(told.answer, now)) return { told, until };
    const dated = this.#question.dated?.(answer, request, now) ?? answer;
    kept.told = { answer: { ...dated, revision, asOf: timestampFromMs(now) } };
    return { told: kept.told, until };
  }

  #keptAt(picture: Picture<Model>, request: Asked, now: number): Kept<Answer> {
    const { model, changedAt } = picture;
    if (this.#state?.model !== model || this.#state.changedAt !== changedAt) this.#kept.clear();
    this.#state = { model, changedAt };
    const key = this.#question.key(request);
    const kept = this.#kept.get(key);
    // A clock may be set back.
    if (kept !== undefined && kept.from <= now && now < kept.until) return kept;
    const computed = this.#compute(picture, request, now);
    this.#kept.delete(key);
    this.#kept.set(key, computed);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return computed;
  }

  #compute({ model, calendar }: Picture<Model>, request: Asked, now: number): Kept<Answer> {
    const { answer, changesAt } = this.#question;
    return {
      answer: answer(model, request, now, calendar),
      from: now,
      until: changesAt?.(model, request, now, calendar) ?? Infinity,
    };
  }
}

function isFresh({ asOf }: Exactness, now: number): boolean {
  const age = now - timestampMs(asOf);
  // A clock may be set back.
  return age >= 0 && age < freshness;
}
