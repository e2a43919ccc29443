import { create, type DescEnum, type DescField } from '@bufbuild/protobuf';
import { DurationSchema, type Duration } from '@bufbuild/protobuf/wkt';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { FieldRules } from '../gen/buf/validate/validate_pb.js';
import { annotationOf, itemAnnotation, rulesIn } from './annotations.ts';

/** A value of a field, as `create` takes it; `undefined` leaves the field out. */
export type Case = { readonly name: string; readonly value: unknown };

/** A value that a bound refuses, what the refusal must mention, and which item is wrong if the list itself is not. */
export type RefusedCase = Case & { readonly says: string; readonly item?: number };

/** Values on both sides of the bounds of a field. */
export type Cases = { readonly taken: readonly Case[]; readonly refused: readonly RefusedCase[] };

type Derivation = (limit: never, field: DescField, rules: FieldRules) => Cases;

const invisible = ' \n\u200b\u2060\u202e\u0007\u3164';
const int32 = { smallest: -(2 ** 31), largest: 2 ** 31 - 1 };
const int64 = { smallest: -(2n ** 63n), largest: 2n ** 63n - 1n };
const longestDuration = 315_576_000_000n;

/** The cases around each rule. */
const derivations: Readonly<Record<string, Derivation>> = {
  required: () => ({ taken: [], refused: [{ name: 'missing', value: undefined, says: 'given' }] }),

  'int32.gte': (least: number) => ({
    taken: named([least, least + 1, int32.largest]),
    refused: named(
      [least - 1, 0, int32.smallest].filter((value) => value < least),
      `${least}`,
    ),
  }),

  'int64.gte': (least: bigint) => ({
    taken: named([least, least + 1n, int64.largest]),
    refused: named(
      [least - 1n, 0n, int64.smallest].filter((value) => value < least),
      `${least}`,
    ),
  }),

  'string.min_len': (length: bigint) => {
    const least = Number(length);
    const says = least === 1 ? 'empty' : `${least}`;
    return {
      taken: [{ name: 'the shortest', value: '🔥'.repeat(least) }],
      refused: [
        { name: 'one too short', value: '🔥'.repeat(least - 1), says },
        { name: 'nothing', value: '', says },
        { name: 'nothing visible', value: invisible.repeat(least), says },
      ],
    };
  },

  'string.max_len': (length: bigint) => {
    const most = Number(length);
    return {
      taken: [
        { name: 'the longest', value: '🔥'.repeat(most) },
        { name: 'the longest once its accents are composed', value: 'e\u0301'.repeat(most) },
      ],
      refused: [
        { name: 'one too long', value: '🔥'.repeat(most + 1), says: `${most}` },
        { name: 'one letter too long', value: 'x'.repeat(most + 1), says: `${most}` },
      ],
    };
  },

  'string.pattern': (pattern: string) => {
    const whole = new RegExp(pattern, 'u');
    const right = fc.sample(fc.stringMatching(whole), { numRuns: 5, seed: 1 });
    const nearly = right.flatMap((text) => [`${text}x`, `x${text}`, text.slice(1), text.slice(0, -1)]);
    const wrong = ['', 'x', ...nearly].filter((text) => !whole.test(text));
    return { taken: named(right), refused: named(wrong, pattern) };
  },

  'string.uuid': () => {
    const id: string = randomUUID();
    const wrong = ['', 'x', id.slice(1), `${id}0`, `{${id}}`, id.replaceAll('-', ''), id.replace(/^./, 'g')];
    return { taken: named([id, randomUUID().toUpperCase()]), refused: named(wrong, 'UUID') };
  },

  'enum.defined_only': (_: true, field, rules) => {
    const numbers = enumOf(field).values.map(({ number }) => number);
    return {
      taken: named(permitted(field, rules)),
      refused: named(
        [Math.max(...numbers) + 1, -1, int32.largest],
        nameOf(field, permitted(field, rules)[0]!),
      ),
    };
  },

  'enum.not_in': (refused: readonly number[], field, rules) => ({
    taken: [],
    refused: named(refused, nameOf(field, permitted(field, rules)[0]!)),
  }),

  'duration.gt': (limit: Duration) => ({
    taken: [{ name: 'just above the least', value: later(limit, 1) }],
    refused: [
      { name: 'the least itself', value: limit, says: `${limit.seconds}s` },
      { name: 'just below the least', value: later(limit, -1), says: `${limit.seconds}s` },
      { name: 'the smallest of its type', value: lasting(-longestDuration), says: `${limit.seconds}s` },
    ],
  }),

  'duration.lte': (limit: Duration) => ({
    taken: [{ name: 'the longest', value: limit }],
    refused: [
      { name: 'just above the longest', value: later(limit, 1), says: `${limit.seconds}s` },
      { name: 'the longest of its type', value: lasting(longestDuration), says: `${limit.seconds}s` },
    ],
  }),

  'repeated.max_items': (count: bigint, field, rules) => {
    const most = Number(count);
    const item = casesOf(field, itemAnnotation(rules)).taken[0]!.value;
    return {
      taken: [{ name: `${most} items`, value: Array(most).fill(item) }],
      refused: [{ name: `${most + 1} items`, value: Array(most + 1).fill(item), says: `${most}` }],
    };
  },

  'repeated.items': (items: FieldRules, field) => {
    const { taken, refused } = casesOf(field, items);
    const good = taken[0]!.value;
    return {
      taken: taken.map(({ name, value }) => ({ name: `an item: ${name}`, value: [value] })),
      refused: refused.map(({ name, value, says }) => ({
        name: `the second item: ${name}`,
        value: [good, value],
        says,
        item: 1,
      })),
    };
  },
};

/** The rules from which cases are derived. */
export const derivedRules: readonly string[] = Object.keys(derivations);

/**
 * The cases around every bound of a field.
 * @throws Error when a rule bounds it from which no cases are derived
 */
export function casesOf(field: DescField, rules: FieldRules = annotationOf(field)): Cases {
  const cases = rulesIn(rules).map(([name, limit]) => {
    const derive = derivations[name];
    if (derive === undefined) throw new Error(`${String(field)}: no cases are derived from the rule ${name}`);
    return derive(limit as never, field, rules);
  });
  return { taken: cases.flatMap(({ taken }) => taken), refused: cases.flatMap(({ refused }) => refused) };
}

/** Values that name themselves. */
function named(values: readonly unknown[]): Case[];
function named(values: readonly unknown[], says: string): RefusedCase[];
function named(values: readonly unknown[], says?: string): Case[] {
  return values.map((value) => ({
    name: typeof value === 'string' ? `"${value}"` : String(value),
    value,
    says,
  }));
}

function enumOf(field: DescField): DescEnum {
  if (field.enum === undefined) throw new Error(`${String(field)} is no enum`);
  return field.enum;
}

const nameOf = (field: DescField, number: number) => enumOf(field).value[number]!.name;

/** The numbers of an enum that a request may have. */
function permitted(field: DescField, { type }: FieldRules): number[] {
  const refused = type.case === 'enum' ? type.value.notIn : [];
  return enumOf(field)
    .values.map(({ number }) => number)
    .filter((number) => !refused.includes(number));
}

const lasting = (seconds: bigint) => create(DurationSchema, { seconds });

/** A duration that differs by at most a second. Seconds and nanoseconds of a duration have the same sign. */
function later({ seconds, nanos }: Duration, byNanos: number): Duration {
  const total = seconds * 1_000_000_000n + BigInt(nanos + byNanos);
  return create(DurationSchema, { seconds: total / 1_000_000_000n, nanos: Number(total % 1_000_000_000n) });
}
