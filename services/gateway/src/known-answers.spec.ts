import { create, toBinary } from '@bufbuild/protobuf';
import { GetWorkloadResponseSchema } from '@campus-desk/contract/campus/analysis/v1/workload';
import { expect, it } from '@jest/globals';
import { KnownAnswers } from './known-answers.ts';

const schema = GetWorkloadResponseSchema;

const bytesOf = (revision: number, timeZone = '') =>
  Buffer.from(toBinary(schema, create(schema, { revision: BigInt(revision), timeZone })));

it('gives the same message for the same bytes, and another for others', () => {
  const known = new KnownAnswers(schema);
  const first = known.decode(bytesOf(1));
  expect(first).toEqual(create(schema, { revision: 1n }));
  expect(known.decode(bytesOf(2))).toEqual(create(schema, { revision: 2n }));
  expect(known.decode(bytesOf(1))).toBe(first);
});

it('knows the last eight', () => {
  const known = new KnownAnswers(schema);
  const first = known.decode(bytesOf(1));
  for (let revision = 2; revision <= 8; revision++) known.decode(bytesOf(revision));
  expect(known.decode(bytesOf(1))).toBe(first);
  known.decode(bytesOf(9));
  expect(known.decode(bytesOf(1))).not.toBe(first);
});

it('does not keep what is large', () => {
  const known = new KnownAnswers(schema);
  const large = bytesOf(1, 'x'.repeat(64 * 1024));
  expect(known.decode(large)).not.toBe(known.decode(large));
});

it('refuses what is no message', () => {
  expect(() => new KnownAnswers(schema).decode(Buffer.from([255]))).toThrow();
});
