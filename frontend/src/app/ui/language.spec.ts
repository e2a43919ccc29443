import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Language } from './language';
import { firstSpoken, LANGUAGES } from './languages';
import { PageTitle } from './page-title';
import { Words } from './words';

describe('firstSpoken', () => {
  it.each([
    [['it'], 'it'],
    [['de-AT', 'en'], 'de'],
    [['nl-NL', 'FR-ca', 'es'], 'fr'],
    [['nl', 'ja'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, code) => {
    expect(firstSpoken(wanted)).toBe(code);
  });
});

describe('Language', () => {
  let language: Language;
  let words: Words;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'portal', title: 'portal.title', children: [] }]),
        { provide: TitleStrategy, useExisting: PageTitle },
      ],
    });
    language = TestBed.inject(Language);
    words = TestBed.inject(Words);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is the one that the browser asks for, until another is chosen on this device', async () => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['pt-BR', 'es-MX', 'en']);
    await language.start();
    expect(language.spoken()).toBe('es');
    expect(words.say('ui.search')).toBe('Buscar');
    expect(localStorage.getItem('campus-desk.language')).toBeNull();
    await language.choose('it');
    await language.start();
    expect(words.say('ui.search')).toBe('Cerca');
  });

  it('is told to the browser', async () => {
    await language.choose('fr');
    expect(document.documentElement.lang).toBe('fr');
    expect(localStorage.getItem('campus-desk.language')).toBe('fr');
  });

  it('writes numbers and dates as its people do', async () => {
    const at = new Date(2026, 9, 5, 12);
    const written = () => [words.number(12_345.67), words.date(at, { dateStyle: 'long' })];
    expect(written()).toEqual(['12,345.7', '5 October 2026']);
    await language.choose('de');
    expect(written()).toEqual(['12.345,7', '5. Oktober 2026']);
  });

  it('is also that of the title of the page', async () => {
    await TestBed.inject(Router).navigateByUrl('/portal');
    TestBed.tick();
    expect(document.title).toBe('Report a problem · Campus Desk');
    await language.choose('de');
    TestBed.tick();
    expect(document.title).toBe('Ein Problem melden · Campus Desk');
  });

  it('stays what it is when the words of the other one cannot be loaded', async () => {
    await language.choose('it');
    jest.spyOn(LANGUAGES.fr, 'load').mockRejectedValue(new TypeError('offline'));
    await language.choose('fr');
    expect(language.choice()).toBe('it');
    expect(words.say('ui.search')).toBe('Cerca');
    expect(localStorage.getItem('campus-desk.language')).toBe('it');
  });

  it('is English when no other can be loaded', async () => {
    localStorage.setItem('campus-desk.language', 'de');
    jest.spyOn(LANGUAGES.de, 'load').mockRejectedValue(new TypeError('offline'));
    await language.start();
    expect(words.say('ui.search')).toBe('Search');
  });
});
