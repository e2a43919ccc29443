import type { Category } from './category.ts';
import type { Classification, Classifier } from './classifier.ts';
import { leaning, Lessons } from './lessons.ts';
import { sharedWords, traitsOf, wordingOf } from './traits.ts';

/** How sure it is that the same text belongs where staff put it: two people would now and then differ. */
const sure = 0.95;

/** What staff said about a ticket. */
export type Teaching = {
  readonly ticketId: number;
  /** The revision at which they said it. */
  readonly since: number;
  /** Empty when it is no longer the text that they judged: then it teaches nothing. */
  readonly text: string;
  readonly category: Category;
};

/** What learns from staff and classifies. */
export type Learner = Pick<LearningClassifier, 'classify' | 'learn'>;

/** Says what a text is about by a trained model, which stays as it is, and by what staff taught since. */
export class LearningClassifier {
  readonly #model: Classifier;
  readonly #lessons = new Lessons();

  constructor(model: Classifier) {
    this.#model = model;
  }

  /** Takes in what staff say about a ticket now, in the place of what they said before. */
  learn({ text, ...lesson }: Teaching): void {
    const { words } = this.#model.read(text);
    this.#lessons.learn({ ...lesson, wording: wordingOf(text, words), traits: traitsOf(words) });
  }

  /**
   * Classifies a text. The same text as one that staff judged gets their latest category; a similar one is judged by
   * the model, leaning towards theirs.
   */
  classify = (text: string): Classification => {
    const vector = this.#model.read(text);
    const traits = traitsOf(vector.words);
    const same = this.#lessons.latest(wordingOf(text, vector.words));
    if (same !== undefined)
      return {
        category: same.category,
        confidence: sure,
        words: sharedWords(text, vector.words, traits, [same.traits]),
      };
    const similar = this.#lessons.similar(traits);
    const scores = this.#model.scores(vector);
    const byModel = this.#model.decide(vector, text, scores);
    if (similar.length === 0) return byModel;
    const lean = leaning(similar);
    const leant = this.#model.decide(
      vector,
      text,
      scores.map((score, at) => score + lean[at]!),
    );
    if (leant.category === byModel.category) return leant;
    // It was the lessons that decided: what the text has in common with them says why.
    const deciding = similar.filter(({ item }) => item.category === leant.category);
    return {
      ...leant,
      words: sharedWords(
        text,
        vector.words,
        traits,
        deciding.map(({ item }) => item.traits),
      ),
    };
  };
}
