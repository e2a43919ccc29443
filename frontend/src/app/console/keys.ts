import type { Word } from '../../i18n/translation';

/** What a key of the console does. */
export type Command =
  | 'down'
  | 'up'
  | 'next'
  | 'previous'
  | 'select'
  | 'activate'
  | 'close'
  | 'reply'
  | 'search'
  | 'help'
  | 'palette';

type Shortcut = {
  readonly command: Command;
  readonly key: string;
  readonly word: Word;
};

/** The keys of a single letter or sign. */
export const SINGLE_KEYS: readonly Shortcut[] = [
  { command: 'down', key: 'j', word: 'console.keys.down' },
  { command: 'up', key: 'k', word: 'console.keys.up' },
  { command: 'next', key: 'n', word: 'console.keys.next' },
  { command: 'previous', key: 'p', word: 'console.keys.previous' },
  { command: 'select', key: 'x', word: 'console.keys.select' },
  { command: 'activate', key: 'a', word: 'console.keys.activate' },
  { command: 'close', key: 'c', word: 'console.keys.close' },
  { command: 'reply', key: 'r', word: 'console.keys.reply' },
  { command: 'search', key: '/', word: 'console.keys.search' },
  { command: 'help', key: '?', word: 'console.keys.help' },
];

/** The keys that work whatever is switched off. */
export const OTHER_KEYS: readonly { readonly keys: readonly string[]; readonly word: Word }[] = [
  { keys: ['Enter'], word: 'console.keys.enter' },
  { keys: ['Esc'], word: 'console.keys.escape' },
  { keys: ['Ctrl', 'K'], word: 'console.keys.palette' },
  { keys: ['Ctrl', 'Enter'], word: 'console.keys.send' },
];

/** What a key means here, if it means anything: letters that somebody types mean letters. */
export function commandOf(event: KeyboardEvent, singleKeys: boolean): Command | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || isInOverlay(event)) {
    return undefined;
  }
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k') {
    return 'palette';
  }
  if (!singleKeys || ctrlKey || metaKey || altKey || isTyping(event)) {
    return undefined;
  }
  // Capital letters are those of Caps Lock; / and ? need Shift on many keyboards.
  const wanted = shiftKey ? key : key.toLowerCase();
  const command = SINGLE_KEYS.find((shortcut) => shortcut.key === wanted)?.command;
  // A key held down goes on through the rows, and does nothing else twice.
  return event.repeat && command !== 'down' && command !== 'up' ? undefined : command;
}

/** A box that is ticked takes no letters. */
function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  );
}

/** Dialogs and menus have their own keys. */
function isInOverlay({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('.cdk-overlay-container, [popover]') !== null;
}
