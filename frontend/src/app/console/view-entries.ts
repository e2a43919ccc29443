import type { Params } from '@angular/router';
import type { Words } from '../ui/words';
import { toParams } from './console-query';
import type { PaletteEntry } from './palette-entries';
import type { SavedView } from './saved-views';
import { VIEWS } from './views';

/** Where a view is: what it adds to the address, or all that stands in it. */
export type Way = { readonly params: Params; readonly whole: boolean };

/** The views of the table as the palette finds them. */
export function viewEntries(
  words: Words,
  saved: readonly SavedView[],
  go: (way: Way) => void,
): PaletteEntry[] {
  const kind = words.say('console.views.label');
  return [
    ...VIEWS.map(({ word, icon, shows }) => ({
      text: words.say(word),
      kind,
      icon,
      run: () => go({ params: toParams(shows), whole: false }),
    })),
    ...saved.map(({ name, address }) => ({
      text: name,
      kind,
      icon: 'follow',
      run: () => go({ params: Object.fromEntries(new URLSearchParams(address)), whole: true }),
    })),
  ];
}
