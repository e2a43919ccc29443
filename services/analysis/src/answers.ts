import type { CallContext } from '@campus-desk/kit/handlers';
import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { settledWithin } from '@campus-desk/kit/settled-within';
import type { FeedReader } from './feed-reader.ts';
import type { Question } from './question.ts';
import type { ReadModel } from './read-model.ts';
import { SharedAnswers, type Exactness } from './shared-answers.ts';

/** The longest silence of a watch, in milliseconds. */
const heartbeat = 15_000;

/** What every question may ask beside its own. */
type AtRevision = { readonly minRevision?: bigint | undefined };

/** Answers a question once, or whenever the answer changes; all who ask the same share the work. */
export function answers<Model extends ReadModel, Asked, Answer extends object>(
  reader: FeedReader<Model>,
  question: Question<Model, Asked, Answer>,
  clock: () => number = Date.now,
) {
  const shared = new SharedAnswers(question);

  /**
   * Answers as soon as there is a picture of the revision that is wanted; a feed that is cut for a moment is waited for.
   * @throws RpcError UNAVAILABLE when the cut lasts, or the call ends first
   */
  const answered = async (request: Asked, { minRevision = 0n }: AtRevision, signal: AbortSignal) => {
    while (!signal.aborted) {
      const { picture, patience } = reader;
      if (picture !== undefined && picture.revision >= minRevision)
        return shared.at(picture, request, clock());
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
    return (await answered(request, request, signal)).told.answer;
  }

  async function* watch(
    request: Asked & AtRevision,
    { signal }: CallContext,
  ): AsyncGenerator<{ answer: Answer & Exactness }> {
    let wanted: AtRevision = request;
    while (!signal.aborted) {
      const { told, until } = await answered(request, wanted, signal);
      // Once reached: another log may begin below it.
      wanted = {};
      yield told;
      const pause = Math.min(heartbeat, Math.max(until - clock(), 0));
      if (reader.picture?.revision === told.answer.revision) await settledWithin(reader.moved, pause, signal);
    }
  }

  return { once, watch };
}
