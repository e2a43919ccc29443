import { effect, signal, type Signal } from '@angular/core';

const PAUSE_MS = 350;

/**
 * What the desk says about a text that is being typed, asked for when the typing pauses. It helps where it can: typing
 * on makes a question moot, and a failure says nothing.
 * @param question undefined where there is nothing to ask
 */
export function askWhenTypingPauses<Question, Answer>(
  question: () => Question | undefined,
  ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
): Signal<Answer | undefined> {
  const answer = signal<Answer | undefined>(undefined);
  effect((onCleanup) => {
    const about = question();
    if (about === undefined) {
      answer.set(undefined);
      return;
    }
    const asking = new AbortController();
    const look = async () => {
      const found = await ask(about, asking.signal).catch(() => undefined);
      if (!asking.signal.aborted) {
        answer.set(found);
      }
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    onCleanup(() => {
      clearTimeout(timer);
      asking.abort();
    });
  });
  return answer.asReadonly();
}
