import type { Host } from './mysql-url.ts';
import { hostName } from './mysql-url.ts';

/** A server as it describes itself. */
export type Member = {
  readonly readOnly: boolean;
  /** All members of its replication group, as it sees them; undefined when it is of none. */
  readonly group: readonly GroupMember[] | undefined;
};

/** A member of a replication group, as one of them sees it. */
export type GroupMember = {
  /** Whether it is the one that tells. */
  readonly own: boolean;
  /** As MySQL calls it: ONLINE, RECOVERING, OFFLINE, ERROR or UNREACHABLE. */
  readonly state: string;
  /** PRIMARY, SECONDARY, or empty. */
  readonly role: string;
};

/** What came of asking a host: what it is, or why it did not answer. */
export type Answered = { readonly host: Host; readonly member?: Member; readonly failure?: string };

/**
 * Says why a server must neither be written to nor read from; undefined when it is the primary. One that lost sight
 * of most of its group still takes itself for the primary, while the others have chosen another: it is none.
 */
export function whyNotPrimary({ readOnly, group }: Member): string | undefined {
  if (group !== undefined) {
    const own = group.find((member) => member.own);
    if (own?.state !== 'ONLINE') return `is ${own?.state ?? 'OFFLINE'} in its group`;
    const inSight = group.filter(({ state }) => state !== 'UNREACHABLE').length;
    if (2 * inSight <= group.length) return 'has lost sight of most of its group';
    if (own.role !== 'PRIMARY') return 'is a secondary of its group';
    if (group.filter(({ role }) => role === 'PRIMARY').length > 1) return 'is one of several primaries';
  }
  return readOnly ? 'is read-only' : undefined;
}

/**
 * Chooses the one host that takes writes; else says why there is none. Two that take writes are as bad as none: what
 * one is told the other does not know.
 */
export function choosePrimary(asked: readonly Answered[]): Host | string {
  const reasons = asked.map(({ host, member, failure }) => ({
    host,
    why: member === undefined ? (failure ?? 'does not answer') : whyNotPrimary(member),
  }));
  const fit = reasons.filter(({ why }) => why === undefined);
  if (fit.length === 1) return fit[0]!.host;
  return reasons
    .map(({ host, why = 'takes writes, as another does' }) => `${hostName(host)}: ${why}`)
    .join('; ');
}
