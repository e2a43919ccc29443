import type { Calibration } from '../src/domain/category/model.ts';

/** What is known of a text, how likely its category is right (1 or 0; 1/3 by chance), and how much it counts. */
export type Judged = {
  readonly evidence: readonly number[];
  readonly right: number;
  readonly weight: number;
};

const steps = 30;
const decay = 1;

/** Fits the logistic curve from evidence to confidence: Newton's method on the log loss. */
export function calibrate(texts: readonly Judged[]): Calibration {
  const size = texts[0]!.evidence.length;
  const curve = new Array<number>(size).fill(0);
  for (let step = 0; step < steps; step++) {
    // Each row of the system: the curvature, then the slope.
    const system = curve.map((value, row) => [
      ...curve.map((_, column) => (row === column ? decay : 0)),
      decay * value,
    ]);
    for (const { evidence, right, weight } of texts) {
      const likely = 1 / (1 + Math.exp(-evidence.reduce((sum, value, at) => sum + value * curve[at]!, 0)));
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++)
          system[row]![column]! += weight * likely * (1 - likely) * evidence[row]! * evidence[column]!;
        system[row]![size]! += weight * (likely - right) * evidence[row]!;
      }
    }
    solve(system).forEach((by, at) => (curve[at]! -= by));
  }
  return curve.map((value) => Number(value.toPrecision(6)));
}

/** Solves linear equations, each row its factors and then its result, by elimination. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++)
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++)
        rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  return rows.map((row, at) => row[size]! / row[at]!);
}
