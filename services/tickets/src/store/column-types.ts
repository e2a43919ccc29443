import type { EntitySchemaColumnOptions } from 'typeorm';

/** A number up to 2^53: drivers hand 64-bit integers over as strings. */
export const long = {
  type: 'bigint',
  transformer: { from: toNumber, to: (value: unknown) => value },
} as const;

/** The same, perhaps absent. */
export const longOrNull = { ...long, nullable: true } as const;

/** A short word of ours, such as a status. */
export const word = { type: 'varchar', length: 20 } as const satisfies EntitySchemaColumnOptions;

function toNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value;
}
