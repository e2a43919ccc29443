import { categories, type Category } from './category.ts';
import { confidence, evidence } from './confidence.ts';
import { decidingWords } from './deciding-words.ts';
import type { Model } from './model.ts';
import { TextReader, type TextVector } from './text-vector.ts';

/** A text's category, how sure that is (1/3 to 0.99) and the words that decided, most deciding first, at most 5. */
export type Classification = {
  readonly category: Category;
  readonly confidence: number;
  readonly words: readonly string[];
};

/** Says what a ticket's text is about, by a trained model. Knows no ticket but this one. */
export class Classifier {
  readonly #model: Model;
  readonly #reader: TextReader;

  constructor(model: Model) {
    this.#model = model;
    this.#reader = new TextReader(model);
  }

  /** Which training the model comes from. */
  get version(): string {
    return this.#model.version;
  }

  /** The text as the model sees it: a sparse vector, each family of its features of length 1. */
  read(text: string): TextVector {
    return this.#reader.read(text);
  }

  /** How much speaks for each category, in logits and in the order of `categories`. */
  scores({ features, values }: TextVector): number[] {
    const { weights, weightStep } = this.#model;
    const scores = categories.map(() => 0);
    for (let at = 0; at < features.length; at++) {
      const value = values[at]! * weightStep;
      const first = features[at]! * categories.length;
      for (let category = 0; category < categories.length; category++)
        scores[category]! += value * weights[first + category]!;
    }
    return scores;
  }

  /** Classifies a text; deterministic, in time linear in its length. */
  classify = (text: string): Classification => this.decide(this.read(text), text);

  /**
   * Classifies a text that has been read.
   * @param scores those of the model, or what somebody made of them who knows more
   */
  decide(vector: TextVector, text: string, scores = this.scores(vector)): Classification {
    const winner = scores.indexOf(Math.max(...scores));
    return {
      category: categories[winner]!,
      confidence: confidence(evidence(scores, vector), this.#model.calibration),
      words: decidingWords(text, vector, this.#model, winner),
    };
  }
}
