import type en from './en';

/** Everything the page says, by the feature that says it; English decides what there is. */
export type Translation = typeof en;

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** The name of something the page says, as in "portal.list.empty". */
export type Word = Paths<Translation>;
