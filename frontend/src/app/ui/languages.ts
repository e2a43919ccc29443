import type { Translation } from '../../i18n/translation';

type Spoken = {
  /** What people who speak it call it. */
  readonly name: string;
  /** How dates and numbers are written. */
  readonly locale: string;
  readonly load: () => Promise<{ default: Translation }>;
};

export type LanguageCode = 'en' | 'it' | 'de' | 'fr' | 'es';

/** The languages of this page. Each is a file of its own; only the one in use is loaded. */
export const LANGUAGES: Readonly<Record<LanguageCode, Spoken>> = {
  en: { name: 'English', locale: 'en-GB', load: () => import('../../i18n/en') },
  it: { name: 'Italiano', locale: 'it-IT', load: () => import('../../i18n/it') },
  de: { name: 'Deutsch', locale: 'de-DE', load: () => import('../../i18n/de') },
  fr: { name: 'Français', locale: 'fr-FR', load: () => import('../../i18n/fr') },
  es: { name: 'Español', locale: 'es-ES', load: () => import('../../i18n/es') },
};

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as LanguageCode[];

/** The first of some languages (as "de-AT" or "de") that this page speaks, else English. */
export function firstSpoken(wanted: readonly string[]): LanguageCode {
  const codes = wanted.map((language) => language.toLowerCase().split('-')[0]);
  return codes.flatMap((code) => LANGUAGE_CODES.find((known) => known === code) ?? [])[0] ?? 'en';
}
