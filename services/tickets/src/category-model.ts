import { readFileSync } from 'node:fs';
import { Classifier } from './domain/category/classifier.ts';
import { readModel } from './domain/category/model.ts';

/** The classifier with the model that `npm run category:train` wrote; every replica has the same. */
export const categoryModel = new Classifier(
  readModel(readFileSync(new URL('./domain/category/model.bin', import.meta.url))),
);

/** What a ticket's text is about, by that model. */
export const { classify } = categoryModel;
