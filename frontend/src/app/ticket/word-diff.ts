export type Piece = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
};

/** Longer texts are shown whole, before and after: nobody reads a mosaic, and the table below grows by the square. */
const MOST_WORDS = 600;

/** Which words were removed and which added, by the longest common run of words. */
export function wordDiff(before: string, after: string): Piece[] {
  const old = toWords(before);
  const young = toWords(after);
  if (old.length > MOST_WORDS || young.length > MOST_WORDS) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return join(gather(join(trace(old, young, commonLengths(old, young)))));
}

/** Words changed side by side are one change: "flickers all day" became "is dark now", not word for word. */
function gather(pieces: readonly Piece[]): Piece[] {
  const gathered: Piece[] = [];
  let [removed, added] = ['', ''];
  const close = () => {
    gathered.push(...[piece('removed', removed), piece('added', added)].filter(({ text }) => text !== ''));
    [removed, added] = ['', ''];
  };
  pieces.forEach(({ kind, text }, index) => {
    const isBetween = index > 0 && index < pieces.length - 1 && text.trim() === '';
    if (kind === 'same' && !isBetween) {
      close();
      gathered.push(piece('same', text));
    } else {
      removed += kind === 'added' ? '' : text;
      added += kind === 'removed' ? '' : text;
    }
  });
  close();
  return gathered;
}

function piece(kind: Piece['kind'], text: string): Piece {
  return { kind, text };
}

function toWords(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** lengths[i][j]: how many words old from i on and young from j on have in common, in order. */
function commonLengths(old: string[], young: string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === young[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

function trace(old: string[], young: string[], lengths: Uint16Array[]): Piece[] {
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      pieces.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (i < old.length && (j === young.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      pieces.push({ kind: 'removed', text: old[i++]! });
    } else {
      pieces.push({ kind: 'added', text: young[j++]! });
    }
  }
  return pieces;
}

function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) {
      joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}
