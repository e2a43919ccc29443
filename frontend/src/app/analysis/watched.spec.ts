import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Code } from '@connectrpc/connect';
import { Inbox } from '../api/inbox';
import { eventually } from '../../testing/eventually';
import { refusal } from '../../testing/refusal';
import { OwnWrites } from '../api/own-writes';
import { watchAnswer, type Answer, type Watched } from './watched';

describe('watchAnswer', () => {
  const last = signal(7);
  let asked: { last: number; minRevision?: bigint }[];
  let streams: Inbox<{ answer: Answer }>[];
  let watched: Watched<Answer>;

  beforeEach(async () => {
    last.set(7);
    asked = [];
    streams = [];
    TestBed.inject(OwnWrites).note(41n);
    watched = TestBed.runInInjectionContext(() =>
      watchAnswer(
        'test',
        () => ({ last: last() }),
        (question) => {
          asked.push(question);
          streams.push(new Inbox());
          return streams.at(-1)!;
        },
      ),
    );
    TestBed.tick();
    await eventually(() => streams.length === 1);
  });

  it('asks for numbers that have counted what was just done here', () => {
    expect(asked).toEqual([{ last: 7, minRevision: 41n }]);
  });

  it('follows each answer', async () => {
    streams[0]!.push({ answer: { revision: 42n } });
    await eventually(() => watched.answer()?.revision === 42n);
    streams[0]!.push({ answer: { revision: 43n } });
    await eventually(() => watched.answer()?.revision === 43n);
    expect(watched.state()).toBe('live');
  });

  it('asks anew when the question changes, and keeps the last answer until then', async () => {
    streams[0]!.push({ answer: { revision: 42n } });
    await eventually(() => watched.answer() !== undefined);
    last.set(30);
    TestBed.tick();
    await eventually(() => streams.length === 2);
    expect(asked[1]!.last).toBe(30);
    expect(watched.answer()?.revision).toBe(42n);
  });

  it('keeps the last answer while it says that the line is broken, and comes back', async () => {
    streams[0]!.push({ answer: { revision: 42n } });
    await eventually(() => watched.answer() !== undefined);
    streams[0]!.end(refusal(Code.Unavailable, 'DOWN'));
    await eventually(() => watched.state() === 'reconnecting');
    expect(watched.answer()?.revision).toBe(42n);
    expect(watched.failure()?.code).toBe(Code.Unavailable);
    dispatchEvent(new Event('online'));
    await eventually(() => streams.length === 2);
    streams[1]!.push({ answer: { revision: 44n } });
    await eventually(() => watched.state() === 'live');
    expect(watched.failure()).toBeUndefined();
  });
});
