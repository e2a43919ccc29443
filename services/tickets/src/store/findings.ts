/** How many differences are kept to be shown; the others are only counted. */
const mostKept = 1_000;

type Value = number | string | null | undefined;

/** Something that is stored otherwise than it is counted; undefined where it is not there at all. */
export type Difference = { readonly what: string; readonly stored: Value; readonly counted: Value };

/** The differences that a recount finds, in bounded memory. */
export class Findings {
  readonly #kept: Difference[] = [];
  #count = 0;

  /** Takes down what differs. */
  compare(what: string, stored: Value, counted: Value): void {
    if (stored === counted) return;
    this.#count++;
    if (this.#kept.length < mostKept) this.#kept.push({ what, stored, counted });
  }

  /** How many differences there are. */
  get count(): number {
    return this.#count;
  }

  /** The first thousand of them. */
  get kept(): readonly Difference[] {
    return this.#kept;
  }
}
