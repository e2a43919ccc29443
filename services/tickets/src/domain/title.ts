const longest = 120;
const visible = /[^\s\p{C}\p{Z}\p{M}]/u;

/** What a ticket is called when nobody gave it a title: the first line that says something, at most 120 code points. */
export function titleOf(description: string): string {
  const line = description.split('\n').find((candidate) => visible.test(candidate)) ?? '';
  const characters = [...line.trim()];
  if (characters.length <= longest) return characters.join('');
  const head = characters.slice(0, longest - 1).join('');
  const lastSpace = head.lastIndexOf(' ');
  return `${lastSpace > longest / 2 ? head.slice(0, lastSpace) : head}…`;
}
