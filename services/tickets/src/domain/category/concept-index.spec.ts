import { describe, expect, it } from '@jest/globals';
import { conceptsOf, indexConcepts } from './concept-index.ts';
import { concepts, isTopic } from './concepts.ts';

const index = indexConcepts([
  `
lift: lift elevator* *aufzug*
    ascenseur*
mount: *halterung halter
password: mot+passe`,
]);
const named = (word: string) => conceptsOf(word, index).map((concept) => index.names[concept]);

describe('conceptsOf', () => {
  it('finds whole words, beginnings, endings and insides', () => {
    expect(named('lift')).toEqual(['lift']);
    expect(named('lifting')).toEqual([]);
    expect(named('elevators')).toEqual(['lift']);
    expect(named('ascenseurs')).toEqual(['lift']);
    expect(named('lastenaufzugs')).toEqual(['lift']);
    expect(named('beamerhalterungen')).toEqual(['mount']);
  });

  it('finds all concepts of a compound', () => {
    expect(new Set(named('aufzughalterung'))).toEqual(new Set(['lift', 'mount']));
  });

  it('takes a whole word for itself, not for its parts', () => {
    expect(named('halter')).toEqual(['mount']);
    expect(named('halt')).toEqual([]);
  });
});

describe('the concepts', () => {
  it('have each a name of their own', () => {
    expect(new Set(concepts.names).size).toBe(concepts.names.length);
  });

  it('are the same in five languages', () => {
    const [lift] = conceptsOf('elevator', concepts);
    for (const word of ['aufzug', 'ascenseur', 'ascensore', 'ascensor'])
      expect(conceptsOf(word, concepts)).toContain(lift);
    expect(isTopic(lift!)).toBe(true);
    expect(conceptsOf('aber', concepts).some(isTopic)).toBe(false);
  });
});
