import { ScalarType, type DescEnum, type DescField, type DescMethod } from '@bufbuild/protobuf';
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt';
import fc, { type Arbitrary } from 'fast-check';
import { annotationOf } from './annotations.ts';

/** A value as it is sent, and as the desk has to understand it. */
export type Value = {
  readonly sent: unknown;
  readonly kept: unknown;
  /** Whether it breaks a bound of its field, which the refusal must then name. */
  readonly isWrong: boolean;
};

/** What a field of a request is given: a value, or what only the sequence before the request can tell. */
export type Given =
  | Value
  /** The number of a ticket of the sequence, counted from the first; 0 is the one not yet opened. */
  | { readonly ticket: number }
  /** The version that the named ticket has and so many more, from the first on. */
  | { readonly version: number }
  /** The id of a request of the sequence, counted back from the latest; 0 is a new one. */
  | { readonly request: number; readonly spelling: 'plain' | 'capital' | 'noisy' };

/** A request to be: a method, and by the local names of its fields what they are given. */
export type Draft = { readonly method: DescMethod; readonly given: Readonly<Record<string, Given>> };

/** One step of a sequence: a request, or again one of the sequence, counted back from the latest. */
export type Step = Draft | { readonly again: number };

/** A piece of text as it is sent and as it is kept; none grows together with what follows it. */
type Piece = readonly [sent: string, kept: string];

const visiblePieces: readonly Piece[] = [
  ['The printer is broken', 'The printer is broken'],
  ['the heating is cold', 'the heating is cold'],
  ['the canteen queue was too long', 'the canteen queue was too long'],
  ['x\rx', 'x\nx'],
  ['e\u0301', 'é'],
  ['A\u0007\u030a', 'Å'],
  ['日本', '日本'],
  ['👩‍🔧', '👩‍🔧'],
  ['’; -- \\ %_', '’; -- \\ %_'],
];
const invisiblePieces: readonly Piece[] = [
  [' ', ' '],
  ['\n', '\n'],
  ['\t', '\t'],
  ['\r\n', '\n'],
  ['\u0000', ''],
  ['\u009f', ''],
  ['\u202e', ''],
  ['\u2066', ''],
  ['\u200b', '\u200b'],
  ['\u3164', '\u3164'],
];

const brokenUuids = ['', 'x', '{b0c9a3fe-6d2b-4f3a-9a57-0d1b4e7c1f11}', 'b0c9a3fe6d2b4f3a9a570d1b4e7c1f11'];

/**
 * Sequences over some methods, sensible or not. Each begins with one that needs no ticket.
 * @param length of the longest sequence, in steps
 */
export function sequences(methods: readonly DescMethod[], length: number): Arbitrary<readonly Step[]> {
  const openers = methods.filter(({ input }) => input.fields.every(({ name }) => name !== 'ticket_id'));
  const step: Arbitrary<Step> = fc.oneof(
    { weight: 12, arbitrary: fc.oneof(...methods.map(drafts)) },
    { weight: 1, arbitrary: fc.record({ again: fc.integer({ min: 1, max: 3 }) }) },
  );
  return fc
    .tuple(fc.oneof(...openers.map(drafts)), fc.array(step, { maxLength: length - 1, size: 'max' }))
    .map(([first, rest]) => [first, ...rest]);
}

/** Any request of a method, drawn field by field from type, presence and bounds. */
function drafts(method: DescMethod): Arbitrary<Draft> {
  const { fields } = method.input;
  const given = fc.record(Object.fromEntries(fields.map((field) => [field.localName, givens(field)])), {
    requiredKeys: fields.filter(isImplicit).map(({ localName }) => localName),
  });
  return given.map((values) => ({ method, given: values }));
}

function isImplicit({ presence }: DescField): boolean {
  return presence === FeatureSet_FieldPresence.IMPLICIT;
}

/** What the sequence knows a value for gets mostly that; every field gets values around its bounds. */
function givens(field: DescField): Arbitrary<Given> {
  const values = valuesOf(field);
  const known = fromSequence(field.name);
  return known === undefined
    ? values
    : fc.oneof({ weight: 15, arbitrary: known }, { weight: 1, arbitrary: values });
}

function fromSequence(name: string): Arbitrary<Given> | undefined {
  switch (name) {
    case 'ticket_id':
      return fc.record({ ticket: often(fc.constant(1), fc.constantFrom(0, 2)) });
    case 'expected_version':
      return fc.record({ version: fc.constantFrom(0, 0, 0, -1, -2, 1) });
    case 'request_id':
      return fc.record({
        request: often(fc.constant(0), fc.integer({ min: 1, max: 4 })),
        spelling: often(fc.constant('plain' as const), fc.constantFrom('capital' as const, 'noisy' as const)),
      });
    default:
      return undefined;
  }
}

function often<T>(usual: Arbitrary<T>, rare: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

/** Values of a field within, at and beyond its bounds. @throws for a kind of field that no write has yet */
function valuesOf(field: DescField): Arbitrary<Value> {
  if (field.fieldKind === 'enum') return choices(field, field.enum);
  if (field.fieldKind === 'scalar') {
    if (field.scalar === ScalarType.STRING) return texts(field);
    if (field.scalar === ScalarType.INT32) return numbers(field, [-(2 ** 31), -1, 0, 1, 2 ** 31 - 1]);
    if (field.scalar === ScalarType.INT64) return numbers(field, [-(2n ** 63n), -1n, 0n, 1n, 2n ** 63n - 1n]);
  }
  throw new Error(`${String(field)}: nobody has said which values a field of this kind may have`);
}

function choices(field: DescField, { values }: DescEnum): Arbitrary<Value> {
  const { type } = annotationOf(field);
  const { definedOnly, notIn } =
    type.case === 'enum' ? type.value : { definedOnly: false, notIn: [] as readonly number[] };
  const defined = values.map(({ number }) => number);
  const value = (number: number) => {
    const isWrong = (definedOnly && !defined.includes(number)) || notIn.includes(number);
    return { sent: number, kept: number, isWrong };
  };
  const around = [...defined, -1, Math.max(...defined) + 1].map(value);
  const anyOf = (isWrong: boolean) => fc.constantFrom(...around.filter((it) => it.isWrong === isWrong));
  return often(anyOf(false), anyOf(true));
}

function numbers(field: DescField, around: readonly (number | bigint)[]): Arbitrary<Value> {
  return fc.constantFrom(...around).map((number) => numberFor(field, number));
}

/** A number as the value of a field, right or wrong. */
export function numberFor(field: DescField, number: number | bigint): Value {
  const { type } = annotationOf(field);
  const least = type.case === 'int32' || type.case === 'int64' ? type.value.greaterThan.value : undefined;
  return { sent: number, kept: number, isWrong: least !== undefined && number < least };
}

function texts(field: DescField): Arbitrary<Value> {
  const { type } = annotationOf(field);
  if (type.case !== 'string') throw new Error(`${String(field)}: a text without a bound`);
  const { minLen, maxLen, wellKnown } = type.value;
  if (wellKnown.case === 'uuid')
    return fc.constantFrom(...brokenUuids).map((sent) => ({ sent, kept: sent, isWrong: true }));
  const longest = Number(maxLen);
  const value = (given: readonly Piece[]): Value => {
    const isVisible = given.some((piece) => visiblePieces.includes(piece));
    const kept = isVisible ? given.map((piece) => piece[1]).join('') : '';
    const length = [...kept].length;
    return { sent: given.map(([sent]) => sent).join(''), kept, isWrong: length < minLen || length > longest };
  };
  const any = fc.constantFrom(...visiblePieces, ...invisiblePieces);
  const full = (length: number): Value => {
    const sent = `e\u0301${'🔥'.repeat(length - 1)}`;
    return { sent, kept: sent.normalize('NFC'), isWrong: length > longest };
  };
  return fc.oneof(
    {
      weight: 40,
      arbitrary: fc
        .tuple(fc.constantFrom(...visiblePieces), fc.array(any, { maxLength: 4 }))
        .map(([first, rest]) => value([first, ...rest])),
    },
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...invisiblePieces), { maxLength: 3 }).map(value) },
    { weight: 1, arbitrary: fc.constantFrom(longest, longest + 1).map(full) },
  );
}
