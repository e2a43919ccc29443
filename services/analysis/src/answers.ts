import { timestampFromMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import type { CallContext } from '@campus-desk/kit/handlers';
import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { settledWithin } from '@campus-desk/kit/settled-within';
import type { FeedReader } from './feed-reader.ts';
import type { ReadModel } from './read-model.ts';

/** The longest silence of a watch, in milliseconds. */
const heartbeat = 15_000;

/** What every question may ask beside its own. */
type AtRevision = { readonly minRevision?: bigint | undefined };

/** For which revision and time an answer is true. */
export type Exactness = { readonly revision: bigint; readonly asOf: Timestamp };

/** One question to a read model. */
export type Question<Model, Asked, Answer> = {
  /** Answers from the model, for a time in ms UTC. @throws RpcError for a request that cannot be answered */
  readonly answer: (model: Model, request: Asked, now: number, timeZone: string) => Answer;
  /** The next time in ms UTC at which the answer changes though nothing happens; undefined if there is none. */
  readonly changesAt?: (model: Model, request: Asked, now: number) => number | undefined;
};

/** Answers a question once, or whenever the answer changes. */
export function answers<Model extends ReadModel, Asked, Answer extends object>(
  reader: FeedReader<Model>,
  question: Question<Model, Asked, Answer>,
  clock: () => number = Date.now,
) {
  /**
   * Answers as soon as there is a picture of the revision that is wanted; a feed that is cut for a moment is waited for.
   * @throws RpcError UNAVAILABLE when the cut lasts, or the call ends first
   */
  const answered = async (request: Asked, { minRevision = 0n }: AtRevision, signal: AbortSignal) => {
    while (!signal.aborted) {
      const { picture, patience } = reader;
      if (picture !== undefined && picture.revision >= minRevision) {
        const { model, revision, timeZone } = picture;
        const now = clock();
        const answer = question.answer(model, request, now, timeZone);
        return { answer: { ...answer, revision, asOf: timestampFromMs(now) }, model, now };
      }
      if (picture === undefined && patience === 0)
        throw new RpcError(
          Code.UNAVAILABLE,
          'NOT_CAUGHT_UP',
          'The analysis has not caught up yet; try again.',
        );
      await settledWithin(reader.moved, picture === undefined ? patience : heartbeat, signal);
    }
    // Whoever cannot wait for a revision must not get the picture before it.
    throw new RpcError(Code.UNAVAILABLE, 'CALL_ENDED', 'The call ended; call again.');
  };

  async function once(request: Asked & AtRevision, { signal }: CallContext): Promise<Answer & Exactness> {
    return (await answered(request, request, signal)).answer;
  }

  async function* watch(
    request: Asked & AtRevision,
    { signal }: CallContext,
  ): AsyncGenerator<{ answer: Answer & Exactness }> {
    let wanted: AtRevision = request;
    while (!signal.aborted) {
      const { answer, model, now } = await answered(request, wanted, signal);
      // Once reached: another log may begin below it.
      wanted = {};
      yield { answer };
      const change = question.changesAt?.(model, request, now);
      const pause = change === undefined ? heartbeat : Math.min(heartbeat, Math.max(change - clock(), 0));
      if (reader.picture?.revision === answer.revision) await settledWithin(reader.moved, pause, signal);
    }
  }

  return { once, watch };
}
