import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BroadcastChannel } from 'node:worker_threads';
import { eventually } from '../../testing/eventually';
import { Locks } from '../../testing/locks';
import { Inbox } from './inbox';
import { readShared } from './shared-stream';

Object.assign(globalThis, { BroadcastChannel });

describe('readShared', () => {
  /** What was opened at the desk: after which revision, and what it says. */
  let opened: { after: bigint; signal: AbortSignal; says: Inbox<bigint> }[];
  let tabs: { readonly heard: bigint[]; readonly leave: () => void; readonly ended: Promise<unknown> }[];

  const source = {
    name: 'test',
    open(after: bigint, signal: AbortSignal) {
      const says = new Inbox<bigint>();
      signal.addEventListener('abort', () => says.end(signal.reason));
      opened.push({ after, signal, says });
      return says;
    },
    revisionOf: (revision: bigint) => revision,
    kept: 3,
  };

  const openTab = (after: bigint) => {
    const heard: bigint[] = [];
    const leaving = new AbortController();
    const read = async () => {
      for await (const revision of readShared(source, after, leaving.signal)) {
        heard.push(revision);
      }
    };
    const tab = { heard, leave: () => leaving.abort(), ended: read().catch((error: unknown) => error) };
    tabs.push(tab);
    return tab;
  };

  /** What a tab was told; some of it may have come again. */
  const known = (tab: (typeof tabs)[number] | undefined) => [...new Set(tab?.heard)];

  const say = (...revisions: bigint[]) => revisions.forEach((revision) => opened.at(-1)!.says.push(revision));

  beforeEach(() => {
    opened = [];
    tabs = [];
    Object.assign(navigator, { locks: new Locks() });
  });

  afterEach(() => {
    tabs.forEach(({ leave }) => leave());
  });

  it('opens one stream for all, and tells each tab what comes', async () => {
    const [first, second] = [openTab(10n), openTab(10n)];
    await eventually(() => opened.length === 1);
    say(11n, 12n);
    await eventually(() => known(first).length === 2 && known(second).length === 2);
    expect([known(first), known(second)]).toEqual([
      [11n, 12n],
      [11n, 12n],
    ]);
    expect(opened).toHaveLength(1);
  });

  it('tells a tab that joins what it missed, and at least that the stream is live', async () => {
    openTab(10n);
    await eventually(() => opened.length === 1);
    say(11n, 12n, 13n);
    await eventually(() => tabs[0]!.heard.length === 3);
    const [late, latest] = [openTab(11n), openTab(13n)];
    await eventually(() => late.heard.length > 0 && latest.heard.length > 0);
    await eventually(() => late.heard.includes(12n) && late.heard.includes(13n));
    expect(latest.heard).toContain(13n);
    expect(opened).toHaveLength(1);
  });

  it('opens the stream again for a tab that missed more than is kept', async () => {
    openTab(10n);
    await eventually(() => opened.length === 1);
    say(11n, 12n, 13n, 14n, 15n);
    await eventually(() => tabs[0]!.heard.length === 5);
    openTab(11n);
    await eventually(() => opened.length === 2);
    expect(opened[0]!.signal.aborted).toBe(true);
    expect(opened[1]!.after).toBe(11n);
  });

  it('is led by the next tab when the first leaves, from where that one is', async () => {
    const [first, second] = [openTab(10n), openTab(10n)];
    await eventually(() => opened.length === 1);
    say(11n, 12n);
    await eventually(() => known(second).length === 2);
    first.leave();
    await eventually(() => opened.length === 2);
    expect(opened.map(({ after, signal }) => [after, signal.aborted])).toEqual([
      [10n, true],
      [12n, false],
    ]);
    say(13n);
    await eventually(() => known(second).length === 3);
  });

  it('ends for the tab that leads when the desk cuts it off, and goes on in the next', async () => {
    const [first, second] = [openTab(10n), openTab(10n)];
    await eventually(() => opened.length === 1);
    opened[0]!.says.end(new Error('cut off'));
    expect(await first.ended).toEqual(new Error('cut off'));
    await eventually(() => opened.length === 2);
    say(11n);
    await eventually(() => second.heard.length === 1);
  });

  it('is taken over from a tab that is stuck', async () => {
    const spied = jest.spyOn(globalThis, 'setTimeout');
    const [first, second] = [openTab(10n), openTab(10n)];
    await eventually(() => opened.length === 1);
    // The alarm of the tab that waits for its turn; 30 seconds have passed.
    const alarms = spied.mock.calls.filter(([, ms]) => ms === 30_000);
    alarms.at(-1)![0]();
    await eventually(() => opened.length === 2);
    await first.ended;
    expect(opened[0]!.signal.aborted).toBe(true);
    say(11n);
    await eventually(() => second.heard.length === 1);
    spied.mockRestore();
  });

  it('gives each tab its own stream where there are no locks', async () => {
    Object.assign(navigator, { locks: undefined });
    openTab(10n);
    openTab(12n);
    await eventually(() => opened.length === 2);
    expect(opened.map(({ after }) => after)).toEqual([10n, 12n]);
  });

  it('tells a tab that joins first what no revision tells', async () => {
    Object.assign(source, { standing: () => 0n });
    const first = openTab(10n);
    await eventually(() => opened.length === 1);
    say(11n);
    await eventually(() => first.heard.length === 1);
    const second = openTab(10n);
    await eventually(() => second.heard.length === 2);
    expect([first.heard, second.heard]).toEqual([[11n], [0n, 11n]]);
    Object.assign(source, { standing: undefined });
  });
});
