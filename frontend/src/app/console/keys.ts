/** Whether somebody is typing, so that letters mean letters. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function isBare(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !isTyping(event);
}

export function opensSearch(event: KeyboardEvent): boolean {
  return event.key === '/' && isBare(event);
}

/** j goes down a row, k up. */
export function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  if (!isBare(event)) {
    return 0;
  }
  return event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
}
