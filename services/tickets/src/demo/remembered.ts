/** The same function, for few things that come again and again: it is asked once for each. */
export function remembered<Thing, T>(ask: (thing: Thing) => T): (thing: Thing) => T {
  const answers = new Map<Thing, T>();
  return (thing) => {
    const known = answers.get(thing);
    if (known !== undefined) return known;
    const answer = ask(thing);
    answers.set(thing, answer);
    return answer;
  };
}
