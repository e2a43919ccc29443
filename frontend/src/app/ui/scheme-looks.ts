import type { Word } from '../../i18n/translation';
import type { SchemeChoice } from './scheme';

/** How each choice of colours is called and drawn. */
export const SCHEME_LOOKS: Readonly<Record<SchemeChoice, { icon: string; word: Word }>> = {
  auto: { icon: 'scheme-auto', word: 'shell.colours.auto' },
  light: { icon: 'scheme-light', word: 'shell.colours.light' },
  dark: { icon: 'scheme-dark', word: 'shell.colours.dark' },
};
