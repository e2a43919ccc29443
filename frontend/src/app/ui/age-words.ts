import type { Words } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, as short as it is still clear; a date from a month on. */
export function ageWords(words: Words, at: Date, now: number): string {
  const ms = now - at.getTime();
  if (ms < MINUTE) {
    return words.say('ui.age.now');
  }
  if (ms < HOUR) {
    return words.say('ui.age.minutes', { count: Math.floor(ms / MINUTE) });
  }
  if (ms < DAY) {
    return words.say('ui.age.hours', { count: Math.floor(ms / HOUR) });
  }
  if (ms < 30 * DAY) {
    return words.say('ui.age.days', { count: Math.floor(ms / DAY) });
  }
  const thisYear = at.getFullYear() === new Date(now).getFullYear();
  return thisYear ? words.date(at, { day: 'numeric', month: 'short' }) : shortDate(words, at);
}

export function shortDate(words: Words, at: Date): string {
  return words.date(at, { day: 'numeric', month: 'short', year: 'numeric' });
}

export function fullDate(words: Words, at: Date): string {
  return words.date(at, { dateStyle: 'full', timeStyle: 'short' });
}

export function timeOfDay(words: Words, at: Date): string {
  return words.date(at, { timeStyle: 'medium' });
}

export function hourAndMinute(words: Words, at: Date): string {
  return words.date(at, { timeStyle: 'short' });
}

/** A length of time in its two largest units at most: "3 d 4 h", "45 min". */
export function lengthWords(words: Words, ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) {
    return words.say('ui.length.under');
  }
  const hours = minutes < DAY / MINUTE ? Math.floor(minutes / 60) : Math.round(minutes / 60);
  const units = [
    { word: 'ui.length.days', count: Math.floor(hours / 24) },
    { word: 'ui.length.hours', count: hours % 24 },
    { word: 'ui.length.minutes', count: hours < 24 ? minutes % 60 : 0 },
  ] as const;
  return units
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => words.say(word, { count: words.number(count) }))
    .join(' ');
}

export function dayWords(words: Words, at: Date): string {
  const day = at.toDateString();
  if (day === new Date().toDateString()) {
    return words.say('ui.today');
  }
  if (day === new Date(Date.now() - DAY).toDateString()) {
    return words.say('ui.yesterday');
  }
  return words.date(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}
