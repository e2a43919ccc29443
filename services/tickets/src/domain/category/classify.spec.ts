import { describe, expect, it } from '@jest/globals';
import { categories } from './category.ts';
import { examples } from './classify-examples.ts';
import { classify } from './classify.ts';

const all = categories.flatMap((category) => examples[category].map((text) => ({ category, text })));

describe('classify', () => {
  it.each(all)('$category: $text', ({ category, text }) => {
    expect(classify(text).category).toBe(category);
  });

  it.each(all)('names words that stand in the text: $text', ({ text }) => {
    const { words } = classify(text);
    expect(words.length).toBeGreaterThanOrEqual(1);
    expect(words.length).toBeLessThanOrEqual(5);
    for (const word of words) expect(text).toContain(word);
  });

  it('names the most deciding word first', () => {
    expect(classify('room 2.14: the projector is broken').words[0]).toBe('projector');
    expect(classify('Der Beamer in Raum 2.14 zeigt kein Bild').words[0]).toBe('Beamer');
    expect(classify('the IT counter was rude').words[0]).toBe('rude');
  });

  it('names a term of two words as it stands in the text', () => {
    expect(classify('Mon mot de passe a expiré').words).toContain('mot de passe');
    expect(classify('no E-Mail since Friday').words).toContain('E-Mail');
  });

  it.each(['', ' \n\t', '🙈🔥', '!!! ???', '12345', 'ᚠᛇᚻ ᛒᛦᚦ', 'これは何ですか', 'xyzzy qwrtp'])(
    'knows that it knows nothing: %j',
    (text) => {
      const { category, confidence, words } = classify(text);
      expect(categories).toContain(category);
      expect(confidence).toBeLessThanOrEqual(0.4);
      expect(words).toEqual([]);
    },
  );

  it('is surer the more speaks for one category, and never certain', () => {
    const hint = classify('It is cold').confidence;
    const clear = classify('It is cold, the radiator does not work').confidence;
    const flood = classify('radiator heating toilet elevator leak '.repeat(50)).confidence;
    expect(hint).toBeGreaterThan(1 / 3);
    expect(clear).toBeGreaterThan(hint);
    expect(flood).toBeGreaterThan(clear);
    expect(flood).toBeLessThan(1);
  });

  it('is unsure where two categories speak equally', () => {
    expect(classify('printer, toilet').confidence).toBeLessThan(0.6);
  });

  it.each([
    ['capitals', 'THE TOILET IS CLOGGED', 'facility'],
    ['letters in full width', 'ｐｒｉｎｔｅｒ', 'it'],
    ['decomposed accents', 'Drucker im Büro'.normalize('NFD'), 'it'],
    ['umlauts spelt out', 'Die Tuer klemmt', 'facility'],
    ['missing accents', 'No entra la contrasena', 'it'],
    ['a typing mistake', 'the projecter shows nothing', 'it'],
    ['German compounds', 'Druckertreiberproblem', 'it'],
    ['a compound by its last part', 'Beamerhalterung', 'facility'],
    ['inflected compounds', 'Laborgebäudetüren', 'facility'],
  ])('reads %s', (_, text, category) => {
    expect(classify(text)).toMatchObject({ category });
  });

  it('lets what is broken decide, not where it stands', () => {
    expect(classify('the lamp in the PC room').category).toBe('facility');
    expect(classify('printer in the library').category).toBe('it');
    expect(classify('WLAN in der Mensa').category).toBe('it');
    expect(classify('Das Essen in der Mensa').category).toBe('services');
  });

  it('lets the beginning of a long text decide', () => {
    const digression = 'Somebody in the canteen queue said that this is normal. '.repeat(200);
    expect(classify(`The elevator is stuck. ${digression}`.slice(0, 10_000)).category).toBe('facility');
  });

  it('says the same again', () => {
    for (const { text } of all) expect(classify(text)).toEqual(classify(text));
  });

  it.each([
    ['words', 'The projector is broken, der Drucker auch. '.repeat(250).slice(0, 10_000)],
    ['unknown words', 'abcdefghij klmnopqrst '.repeat(500).slice(0, 10_000)],
    ['one word', 'druckertreiber'.repeat(1_000).slice(0, 10_000)],
    ['combining marks', 'é'.normalize('NFD').repeat(5_000)],
    ['punctuation', '.,-!'.repeat(2_500)],
    ['small words', 'mot de la de la '.repeat(625)],
  ])('takes 10,000 characters of %s in its stride', (_, text) => {
    classify(text);
    const start = performance.now();
    const { confidence } = classify(text);
    expect(performance.now() - start).toBeLessThan(200);
    expect(confidence).toBeLessThan(1);
  });
});
