import { readCorpus } from '../../services/tickets/category/corpus.ts';
import { random } from '../desk/reports.ts';

/** How many words of a text are those of other texts: so each is another, of words as frequent as they are. */
const strange = 0.3;

const rooms = ['Room', 'Raum', 'Aula', 'Salle', 'Sala'];
const texts = readCorpus().map(({ text }) => text.split(/\s+/));
const words = texts.flat();

/** What somebody reports, in one of five languages, and where. */
export function variedReport(): { readonly description: string; readonly location: string } {
  const text = texts[random(texts.length)]!;
  const mixed = text.map((word) => (Math.random() < strange ? words[random(words.length)]! : word));
  const location = `${rooms[random(rooms.length)]} ${'ABCDEFGH'[random(8)]}${random(5)}.${random(40)}`;
  return { description: mixed.join(' '), location };
}
