import { describe, expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { categoryModel, classify } from '../../category-model.ts';
import { categories } from './category.ts';

const clear = [
  ['facility', 'The toilet on the second floor of the library is clogged'],
  ['facility', 'Heizung im Seminarraum kalt'],
  ['facility', 'La porte coupe-feu du sous-sol ne ferme plus'],
  ['facility', "L'ascensore del blocco C è fermo da ieri"],
  ['facility', 'Hay una gotera enorme en el pasillo del segundo piso'],
  ['it', 'wifi dead 2F'],
  ['it', 'the printer is broken'],
  ['it', 'il proiettore è rotto'],
  ['it', 'La impresora está rota'],
  ['facility', 'the lamp is broken'],
  ['it', 'Der Beamer in Raum 2.14 zeigt kein Bild'],
  ['it', 'Mon mot de passe a expiré'],
  ['it', 'La stampante al piano terra non stampa più'],
  ['it', 'No puedo entrar en la plataforma con mi contraseña'],
  ['services', 'the IT counter was rude'],
  ['services', 'Das Essen in der Mensa war kalt und viel zu teuer'],
  ['services', "Une heure d'attente au guichet pour une attestation"],
  ['services', 'In segreteria nessuno risponde alle mail da tre settimane'],
  ['services', 'El autobús lanzadera siempre llega tarde'],
] as const;

describe('classify', () => {
  it.each(clear)('%s: %s', (category, text) => {
    expect(classify(text)).toMatchObject({ category });
  });

  it.each(clear)('names a few words that stand in the text (%s: %s)', (_, text) => {
    const { words } = classify(text);
    expect(words.length).toBeGreaterThanOrEqual(1);
    expect(words.length).toBeLessThanOrEqual(5);
    for (const word of words) expect(text).toContain(word);
  });

  it('lets what is broken decide, not where it stands', () => {
    expect(classify("the projector's ceiling mount is coming loose").category).toBe('facility');
    expect(classify('WLAN in der Mensa geht nicht').category).toBe('it');
    expect(classify('Die Heizung in der Mensa ist kalt').category).toBe('facility');
  });

  it('names the words that decided, a term of several words as it stands there', () => {
    expect(classify('the IT counter was rude').words[0]).toBe('rude');
    expect(classify('Mon mot de passe a expiré').words).toContain('mot de passe');
    expect(classify('no E-Mail since Friday').words).toContain('E-Mail');
  });

  it.each([
    ['capitals', 'THE TOILET IS CLOGGED', 'The toilet is clogged'],
    ['letters in full width', 'ｐｒｉｎｔｅｒ broken', 'printer broken'],
    ['decomposed accents', 'Drucker im Büro'.normalize('NFD'), 'Drucker im Büro'],
    ['umlauts spelt out', 'Die Tuer klemmt', 'Die Tür klemmt'],
    ['missing accents', 'No entra la contrasena', 'No entra la contraseña'],
  ])('takes no offence at %s', (_, text, proper) => {
    const [{ category, confidence }, other] = [classify(text), classify(proper)];
    expect({ category, confidence }).toEqual({ category: other.category, confidence: other.confidence });
  });

  it.each([
    ['a typing mistake', 'teh projecter shows nothing', 'it'],
    ['letters held down', 'heeeeelp the toiiiiilet is clogged', 'facility'],
    ['a compound nobody has written', 'Druckertreiberproblem', 'it'],
    ['a compound by its last part', 'Serverraumtür', 'facility'],
  ])('reads %s', (_, text, category) => {
    expect(classify(text)).toMatchObject({ category });
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

  it.each([
    'Drzwi do laboratorium są zamknięte, nikt nie ma klucza',
    'Odamın kapısı kapanmıyor ve içerisi çok soğuk',
    'Tulostin ei toimi toisessa kerroksessa',
    'Горячей воды нет уже третий день',
    '打印机坏了',
  ])('is unsure of a language that it does not know: %s', (text) => {
    expect(classify(text).confidence).toBeLessThan(0.6);
  });

  it('is never certain, and surer where more is said', () => {
    expect(classify('radiator heating toilet elevator leak '.repeat(50)).confidence).toBeLessThan(1);
    expect(classify('The printer and the toilet').confidence).toBeLessThan(
      classify('The printer shows a paper jam and prints nothing').confidence,
    );
  });

  it('says the same again, whatever it has read in between', () => {
    const before = clear.map(([, text]) => classify(text));
    for (let number = 0; number < 30_000; number++) classify(`wort${number.toString(36)} `);
    expect(clear.map(([, text]) => classify(text))).toEqual(before);
  });

  it.each([
    ['words', 'The projector is broken, der Drucker auch. '.repeat(250)],
    ['words without a comma', 'toilet printer rude queue '.repeat(400)],
    ['unknown words', 'abcdefghij klmnopqrst '.repeat(500)],
    ['one word', 'druckertreiber'.repeat(1_000)],
    ['one letter', 'a'.repeat(10_000)],
    ['combining marks', 'é'.normalize('NFD').repeat(5_000)],
    ['punctuation', '.,-!'.repeat(2_500)],
    ['beginnings of phrases', 'mot de la de la '.repeat(625)],
    ['emoji', '🙈'.repeat(5_000)],
  ])('classifies 10,000 characters of %s', (_, text) => {
    const { category, confidence, words } = classify(text.slice(0, 10_000));
    expect(categories).toContain(category);
    expect(confidence).toBeLessThan(1);
    for (const word of words) expect(word.length).toBeLessThanOrEqual(100);
  });
});

describe('the model', () => {
  it('is small, and says which training it is from', () => {
    expect(statSync(new URL('./model.bin', import.meta.url)).size).toBeLessThan(2_000_000);
    expect(categoryModel.version).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('a text that was read', () => {
  const text = 'The printer in the library prints nothing';
  const vector = categoryModel.read(text);

  it('has each feature once, each family of length 1', () => {
    expect(new Set(vector.features).size).toBe(vector.features.length);
    const length = vector.values.reduce((sum, value) => sum + value ** 2, 0);
    expect(length).toBeCloseTo(3, 5);
  });

  it('is decided by the scores that are given', () => {
    expect(categoryModel.decide(vector, text)).toEqual(classify(text));
    const [facility, it] = categoryModel.scores(vector);
    expect(it).toBeGreaterThan(facility!);
    expect(categoryModel.decide(vector, text, [5, 0, 0]).category).toBe('facility');
  });
});
