const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, as short as it is still clear; a date from a month on. */
export function ageWords(at: Date, now: number): string {
  const ms = now - at.getTime();
  if (ms < MINUTE) {
    return 'just now';
  }
  if (ms < HOUR) {
    return `${Math.floor(ms / MINUTE)} min ago`;
  }
  if (ms < DAY) {
    return `${Math.floor(ms / HOUR)} h ago`;
  }
  if (ms < 30 * DAY) {
    const days = Math.floor(ms / DAY);
    return days === 1 ? '1 day ago' : `${days} days ago`;
  }
  const thisYear = at.getFullYear() === new Date(now).getFullYear();
  return thisYear ? dayAndMonth(at) : shortDate(at);
}

function dayAndMonth(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(at);
}

export function shortDate(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

export function fullDate(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

export function timeOfDay(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(at);
}

export function hourAndMinute(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(at);
}

/** A length of time in its two largest units at most: "3 d 4 h", "45 min". */
export function lengthWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) {
    return 'under 1 min';
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  }
  const wholeHours = Math.round(minutes / 60);
  return wholeHours % 24 ? `${Math.floor(wholeHours / 24)} d ${wholeHours % 24} h` : `${wholeHours / 24} d`;
}

export function dayWords(at: Date): string {
  const day = at.toDateString();
  if (day === new Date().toDateString()) {
    return 'Today';
  }
  if (day === new Date(Date.now() - DAY).toDateString()) {
    return 'Yesterday';
  }
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}
