import { IntlMessageFormat } from 'intl-messageformat';
import type { Translation } from '../i18n/translation';

type Tree = { readonly [name: string]: string | Tree };
type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** Two of the parser's kinds of elements. */
const TEXT = 0;
const SELECT = 5;

/** The messages of a language by their words. */
export function toMessages(words: Translation): Map<string, string> {
  const messages = new Map<string, string>();
  const add = (tree: Tree, path: string) => {
    for (const [name, value] of Object.entries(tree)) {
      if (typeof value === 'string') {
        messages.set(path + name, value);
      } else {
        add(value, `${path}${name}.`);
      }
    }
  };
  add(words, '');
  return messages;
}

/** What a message is about: each argument with the values that it chooses by, none where it takes any number. */
export function icuArguments(message: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (elements: Elements) => {
    for (const element of elements) {
      const kind: number = element.type;
      if ('value' in element && kind !== TEXT) {
        const choices = 'options' in element && kind === SELECT ? Object.keys(element.options) : [];
        found.set(element.value, [...(found.get(element.value) ?? []), ...choices]);
      }
      if ('options' in element) {
        Object.values(element.options).forEach((option) => visit(option.value));
      }
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return found;
}

/** Arguments for a message: each of its choices, with 0, 1, 2 and 5 for every number. */
export function spread(about: ReadonlyMap<string, readonly string[]>): Record<string, string | number>[] {
  let all: Record<string, string | number>[] = [0, 1, 2, 5].map((number) =>
    Object.fromEntries([...about.keys()].map((name) => [name, number])),
  );
  for (const [name, choices] of about) {
    if (choices.length > 0) {
      all = all.flatMap((one) => choices.map((choice) => ({ ...one, [name]: choice })));
    }
  }
  return all;
}
