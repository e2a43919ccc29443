/** What a ticket is about: the building, the technology, or what people and organisations do. */
export type Category = 'facility' | 'it' | 'services';

/** All categories; an undecidable text goes to the first. */
export const categories = ['facility', 'it', 'services'] as const satisfies readonly Category[];
