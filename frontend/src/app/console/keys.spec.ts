import { afterEach, describe, expect, it } from '@jest/globals';
import { commandOf, SINGLE_KEYS } from './keys';

describe('commandOf', () => {
  afterEach(() => document.body.replaceChildren());

  function press(init: KeyboardEventInit, inside = '<p></p>', singleKeys = true) {
    document.body.innerHTML = inside;
    let command: unknown;
    document.body.addEventListener('keydown', (event) => (command = commandOf(event, singleKeys)), {
      once: true,
    });
    const target = document.body.querySelector('[data-here]') ?? document.body.lastElementChild!;
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    return command;
  }

  it.each(SINGLE_KEYS)('knows $key', ({ key, command }) => {
    expect(press({ key })).toBe(command);
  });

  it('has no key twice', () => {
    expect(new Set(SINGLE_KEYS.map(({ key }) => key)).size).toBe(SINGLE_KEYS.length);
  });

  it.each(['<input type="search">', '<textarea></textarea>', '<select></select>'])(
    'leaves letters to what takes letters: %s',
    (field) => {
      expect(press({ key: 'c' }, field)).toBeUndefined();
      expect(press({ key: '?' }, field)).toBeUndefined();
      expect(press({ key: 'k', ctrlKey: true }, field)).toBe('palette');
    },
  );

  it('works beside a box that is ticked', () => {
    expect(press({ key: 'j' }, '<input type="checkbox">')).toBe('down');
  });

  it('leaves dialogs, menus and choices their keys', () => {
    expect(press({ key: 'c' }, '<div class="cdk-overlay-container"><b data-here></b></div>')).toBeUndefined();
    expect(press({ key: 'k', ctrlKey: true }, '<div popover><b data-here></b></div>')).toBeUndefined();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('leaves c with %j alone', (modifier) => {
    expect(press({ key: 'c', ...modifier })).toBeUndefined();
  });

  it('knows Ctrl-K and Cmd-K, with Caps Lock too', () => {
    expect(press({ key: 'k', metaKey: true })).toBe('palette');
    expect(press({ key: 'K', ctrlKey: true })).toBe('palette');
    expect(press({ key: 'J' })).toBe('down');
  });

  it('leaves only Ctrl-K when single keys are switched off', () => {
    expect(SINGLE_KEYS.map(({ key }) => press({ key }, '<p></p>', false))).toEqual(
      SINGLE_KEYS.map(() => undefined),
    );
    expect(press({ key: 'k', ctrlKey: true }, '<p></p>', false)).toBe('palette');
  });

  it('goes on through the rows while a key is held, and closes nothing twice', () => {
    expect(press({ key: 'j', repeat: true })).toBe('down');
    expect(press({ key: 'c', repeat: true })).toBeUndefined();
  });
});
