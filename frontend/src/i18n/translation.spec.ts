/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import {
  parseTemplate,
  tmplAstVisitAll,
  TmplAstRecursiveVisitor,
  type ASTWithSource,
  type Interpolation,
  type TmplAstBoundText,
  type TmplAstText,
  type TmplAstTextAttribute,
} from '@angular/compiler';
import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE_CODES, LANGUAGES } from '../app/ui/languages';
import { icuArguments, spread, toMessages } from '../testing/messages';
import en from './en';

const folder = join(process.cwd(), 'src/app');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const templates = sources.flatMap(({ name, text }) =>
  name.endsWith('.html')
    ? [{ name, template: text }]
    : [...text.matchAll(/\btemplate: ?`([^`]*)`/g)].map(([, template = '']) => ({ name, template })),
);
const english = toMessages(en);

describe('the words of the page', () => {
  it('are all there that code and templates name, and no others', () => {
    const features = Object.keys(en).join('|');
    const named = sources.flatMap(({ text }) =>
      [...text.matchAll(new RegExp(`'((?:${features})\\.[\\w.]+)'`, 'g'))].map(([, word]) => word),
    );
    expect([...english.keys()].sort()).toEqual([...new Set(named)].sort());
  });

  it('stand in no template', () => {
    expect(templates.length).toBeGreaterThan(40);
    expect(templates.flatMap(({ name, template }) => textsIn(template).map((text) => [name, text]))).toEqual(
      [],
    );
  });
});

describe.each(LANGUAGE_CODES)('the words in "%s"', (code) => {
  const { load, locale } = LANGUAGES[code];

  it('are the same as in English, about the same things', async () => {
    const messages = toMessages((await load()).default);
    const about = (of: ReadonlyMap<string, string>) =>
      Object.fromEntries([...of].map(([word, message]) => [word, [...icuArguments(message).keys()].sort()]));
    expect(about(messages)).toEqual(about(english));
  });

  it('can be said of nothing, of one, of a few and of many', async () => {
    for (const [word, message] of toMessages((await load()).default)) {
      const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      for (const about of spread(icuArguments(message))) {
        const sentence = String(format.format(about));
        expect([word, sentence]).toEqual([word, expect.stringMatching(/^[^{}]+$/)]);
      }
    }
  });

  it('have no straight apostrophe, which quotes', async () => {
    const quoting = [...toMessages((await load()).default)].filter(([, message]) => message.includes("'"));
    expect(quoting).toEqual([]);
  });
});

/** What people would read in a template, or hear of it, in whatever language the page is. */
function textsIn(template: string): string[] {
  const texts: string[] = [];
  const note = (text: string) => {
    if (/\p{L}/u.test(text.replace('Campus Desk', ''))) {
      texts.push(text.trim());
    }
  };
  class Reader extends TmplAstRecursiveVisitor {
    override visitText(text: TmplAstText): void {
      note(text.value);
    }

    override visitBoundText({ value }: TmplAstBoundText): void {
      ((value as ASTWithSource).ast as Interpolation).strings.forEach(note);
    }

    override visitTextAttribute({ name, value }: TmplAstTextAttribute): void {
      if (/^(aria-label|title|placeholder|alt|label|hint|any|empty|question)$/.test(name)) {
        note(value);
      }
    }
  }
  const { nodes, errors } = parseTemplate(template, 'template.html');
  expect(errors).toBeNull();
  tmplAstVisitAll(new Reader(), nodes);
  return texts;
}
