import type { AgeGroup } from '@campus-desk/contract/campus/analysis/v1/backlog';
import type { Word } from '../../i18n/translation';
import { toMilliseconds } from '../api/conversions';
import type { Words } from '../ui/words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** "1–4 h", "2–7 d": which ages a group holds, in the larger unit that keeps both ends whole. */
export function ageGroupWords(words: Words, { from, until }: AgeGroup): string {
  const first = from ? toMilliseconds(from) : 0;
  const last = until ? toMilliseconds(until) : 0;
  const [unit, word] = unitFor(first, last);
  const end = words.number(last / unit);
  return words.say(word, { range: first === 0 ? `< ${end}` : `${words.number(first / unit)}–${end}` });
}

function unitFor(first: number, last: number): [number, Word] {
  if (last >= 2 * DAY && first % DAY === 0) {
    return [DAY, 'analysis.age.days'];
  }
  return last < HOUR ? [60_000, 'analysis.age.minutes'] : [HOUR, 'analysis.age.hours'];
}
