import { describe, expect, it } from '@jest/globals';
import { choosePrimary, whyNotPrimary, type GroupMember, type Member } from './member.ts';

const [one, two] = [
  { name: 'db-0', port: 3306 },
  { name: 'db-1', port: 3306 },
];
const plain = (readOnly: boolean): Member => ({ readOnly, group: undefined });
const own = (role: string, state = 'ONLINE'): GroupMember => ({ own: true, state, role });
const other = (role: string, state = 'ONLINE'): GroupMember => ({ own: false, state, role });
const secondary = other('SECONDARY');
const unseen = other('SECONDARY', 'UNREACHABLE');
const primary: Member = { readOnly: false, group: [own('PRIMARY'), secondary, secondary] };

describe('the primary', () => {
  it.each([
    ['takes writes', plain(false)],
    ['is the primary of its group', primary],
    ['sees most of its group', { readOnly: false, group: [own('PRIMARY'), secondary, unseen] }],
    ['is alone in its group', { readOnly: false, group: [own('PRIMARY')] }],
  ])('%s', (_, member) => {
    expect(whyNotPrimary(member)).toBeUndefined();
  });

  it.each([
    ['is read-only', plain(true)],
    ['is read-only', { ...primary, readOnly: true }],
    ['is a secondary of its group', { readOnly: false, group: [own('SECONDARY'), other('PRIMARY')] }],
    ['is RECOVERING in its group', { readOnly: false, group: [own('PRIMARY', 'RECOVERING')] }],
    ['is ERROR in its group', { readOnly: false, group: [own('', 'ERROR')] }],
    // Started again as a plain server that takes writes, while the group goes on without it.
    ['is OFFLINE in its group', { readOnly: false, group: [own('', 'OFFLINE')] }],
    ['is OFFLINE in its group', { readOnly: false, group: [] }],
    // Cut off: it does not know yet that the others have chosen another.
    ['has lost sight of most of its group', { readOnly: false, group: [own('PRIMARY'), unseen, unseen] }],
    ['has lost sight of most of its group', { readOnly: false, group: [own('PRIMARY'), unseen] }],
    ['is one of several primaries', { readOnly: false, group: [own('PRIMARY'), other('PRIMARY')] }],
  ])('never %s', (why, member) => {
    expect(whyNotPrimary(member)).toBe(why);
  });
});

describe('of several hosts', () => {
  const failure = 'connect ECONNREFUSED';

  it('the one that takes writes is chosen, wherever it stands', () => {
    expect(
      choosePrimary([
        { host: one, member: plain(true) },
        { host: two, member: plain(false) },
      ]),
    ).toBe(two);
    expect(
      choosePrimary([
        { host: one, member: primary },
        { host: two, failure },
      ]),
    ).toBe(one);
  });

  it('none is chosen where none takes writes, and each says why', () => {
    expect(
      choosePrimary([
        { host: one, member: plain(true) },
        { host: two, failure },
      ]),
    ).toBe('db-0:3306: is read-only; db-1:3306: connect ECONNREFUSED');
  });

  it('none is chosen where two take writes: their data differ', () => {
    expect(
      choosePrimary([
        { host: one, member: plain(false) },
        { host: two, member: plain(false) },
      ]),
    ).toBe('db-0:3306: takes writes, as another does; db-1:3306: takes writes, as another does');
  });
});
