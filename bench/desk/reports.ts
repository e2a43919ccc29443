const things = [
  'projector',
  'lamp',
  'heating',
  'printer',
  'wifi',
  'window',
  'door',
  'keyboard',
  'microphone',
  'socket',
  'blind',
  'elevator',
  'tap',
  'monitor',
  'chair',
  'whiteboard',
  'scanner',
  'bin',
  'radiator',
  'phone',
];
const faults = [
  'shows nothing',
  'flickers since this morning',
  'makes a loud noise',
  'does not turn on',
  'is broken again',
  'stays cold',
  'is stuck',
  'smells burnt',
];
const places = [
  'library',
  'canteen',
  'laboratory',
  'auditorium',
  'seminar',
  'office',
  'corridor',
  'gymnasium',
  'reading',
  'computer',
];

/** What somebody reports; one of the things in twenty reports, one of the places in ten. */
export function someReport(): string {
  const room = `${1 + random(4)}.${10 + random(40)}`;
  return `The ${pick(things)} in the ${pick(places)} room ${room} ${pick(faults)}. We have a course there on ${1 + random(28)} and need it until then, thank you.`;
}

/** What somebody searches while they type: a whole word and the beginning of another; one report in 200 has both. */
export function someSearch(): string {
  return `${pick(things)} ${pick(places).slice(0, 4)}`;
}

/** A whole number below a bound. */
export function random(bound: number): number {
  return Math.floor(Math.random() * bound);
}

function pick(words: readonly string[]): string {
  return words[random(words.length)]!;
}
