/**
 * Words that speak for one category with the same weight (about 0.5 hint to 6 decisive).
 *
 * Terms are separated by commas and written with their accents: `word` is that word, `word*` begins with it, `*word`
 * ends with it (the last part of a German compound, inflected or not), `*word*` either. A term may be two words; small
 * words between them do not count, so `mot passe` finds "mot de passe".
 */
export type Topic = {
  readonly weight: number;
  /** Names of places: they count little where they only say where something happened. */
  readonly place?: boolean;
  readonly terms: string;
};
