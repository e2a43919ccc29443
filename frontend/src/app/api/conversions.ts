import { timestampDate, type Duration, type Timestamp } from '@bufbuild/protobuf/wkt';

/** The number of a ticket as it stands in an address, or undefined for anything else. */
export function parseTicketId(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined;
}

export function toDate(at: Timestamp): Date {
  return timestampDate(at);
}

export function toMilliseconds(length: Duration): number {
  return Number(length.seconds) * 1_000 + length.nanos / 1_000_000;
}
