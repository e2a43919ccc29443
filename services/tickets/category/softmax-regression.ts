import { shuffled } from './random.ts';
import type { SparseVector } from './sparse.ts';

/** What is learned: what each feature says for the three categories, feature by feature. */
export type Weights = Float32Array;

/** How the weights are found: what was best in cross-validation. */
export const settings = { epochs: 20, rate: 0.3, slowest: 0.1, decay: 1e-4, seed: 1 } as const;

/**
 * What one text pushes each score by: for softmax regression the error of the probabilities.
 * @param scores of the three categories; the answer is written here
 */
export type Gradient = (scores: Float64Array, right: number) => void;

/** The gradient of the log loss. */
export const logLoss: Gradient = (scores, right) => {
  const top = Math.max(...scores);
  let sum = 0;
  for (let category = 0; category < 3; category++)
    sum += scores[category] = Math.exp(scores[category]! - top);
  for (let category = 0; category < 3; category++)
    scores[category] = scores[category]! / sum - (category === right ? 1 : 0);
};

/**
 * Learns a linear model by AdaGrad, text by text in a new order each time.
 * @param right the number of each text's category
 * @param features how many there are
 */
export function learn(
  texts: readonly SparseVector[],
  right: readonly number[],
  features: number,
  gradient: Gradient = logLoss,
): Weights {
  const weights = new Float32Array(3 * features);
  const squares = new Float32Array(3 * features).fill(0.01);
  const push = new Float64Array(3);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const rate = settings.rate * (1 - (1 - settings.slowest) * (epoch / settings.epochs));
    for (const number of shuffled(texts.length, settings.seed + epoch)) {
      const text = texts[number]!;
      scoreInto(push, text, weights);
      gradient(push, right[number]!);
      adapt(text, push, rate, weights, squares);
    }
  }
  return weights;
}

function adapt(
  { features, values }: SparseVector,
  push: Float64Array,
  rate: number,
  weights: Float32Array,
  squares: Float32Array,
): void {
  for (let at = 0; at < features.length; at++) {
    const [value, first] = [values[at]!, 3 * features[at]!];
    for (let category = 0; category < 3; category++) {
      const weight = first + category;
      const slope = push[category]! * value + settings.decay * weights[weight]!;
      squares[weight]! += slope * slope;
      weights[weight]! -= (rate * slope) / Math.sqrt(squares[weight]!);
    }
  }
}

/** How much speaks for each category. */
export function score(text: SparseVector, weights: Weights): number[] {
  const scores = new Float64Array(3);
  scoreInto(scores, text, weights);
  return [...scores];
}

function scoreInto(scores: Float64Array, { features, values }: SparseVector, weights: Weights): void {
  scores.fill(0);
  for (let at = 0; at < features.length; at++)
    for (let category = 0; category < 3; category++)
      scores[category]! += values[at]! * weights[3 * features[at]! + category]!;
}
