import type { Calibration } from '../src/domain/category/model.ts';
import { confidence } from '../src/domain/category/confidence.ts';
import { calibrate, type Judged } from './calibrate.ts';
import type { Foreign, HeldOut } from './held-out.ts';

/** Foreign texts count together as much as this part of the corpus. */
const foreignPart = 0.1;

/** Fits the confidence to texts that their models never saw. */
export function calibrationOf(rows: readonly HeldOut[], foreign: readonly Foreign[]): Calibration {
  const weight = (foreignPart * rows.length) / foreign.length;
  const judged: readonly Judged[] = [
    ...rows.map(({ evidence, given, right }) => ({ evidence, right: given === right ? 1 : 0, weight: 1 })),
    ...foreign.map(({ evidence }) => ({ evidence, right: 1 / 3, weight })),
  ];
  return calibrate(judged.filter(({ evidence }) => evidence.length > 0));
}

/** Gives each text a confidence by a curve that was fitted without the texts of its fold. */
export function crossCalibrated<T extends Foreign | HeldOut>(
  texts: readonly T[],
  rows: readonly HeldOut[],
  foreign: readonly Foreign[],
): readonly (T & { readonly confidence: number })[] {
  const curves = new Map(
    [...new Set(rows.map(({ fold }) => fold))].map((fold) => {
      const others = <R extends { readonly fold: number }>(list: readonly R[]) =>
        list.filter((text) => text.fold !== fold);
      return [fold, calibrationOf(others(rows), others(foreign))];
    }),
  );
  return texts.map((text) => ({ ...text, confidence: confidence(text.evidence, curves.get(text.fold)!) }));
}
