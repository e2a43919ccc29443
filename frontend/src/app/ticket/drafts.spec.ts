import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Drafts } from './drafts';

const EMPTY = { description: '', location: '' };

/** As after a reload: nothing in memory, everything from the device. */
function afterReload(): Drafts {
  TestBed.resetTestingModule();
  return TestBed.inject(Drafts);
}

describe('Drafts', () => {
  let drafts: Drafts;

  beforeEach(() => {
    drafts = TestBed.inject(Drafts);
  });

  it('keeps what was typed, and its request id, over a reload', () => {
    const draft = drafts.open('report', EMPTY);
    draft.change({ description: 'No picture' });
    const again = afterReload().open('report', EMPTY);
    expect(again.fields()).toEqual({ description: 'No picture', location: '' });
    expect(again.requestId()).toBe(draft.requestId());
  });

  it('forgets a confirmed draft and gives the next one another request id', () => {
    const draft = drafts.open('report', EMPTY);
    draft.change({ description: 'No picture' });
    const confirmed = draft.requestId();
    draft.clear();
    expect(draft.fields()).toEqual(EMPTY);
    expect(afterReload().open('report', EMPTY).fields()).toEqual(EMPTY);
    expect(draft.requestId()).not.toBe(confirmed);
  });

  it('makes request ids that are version 4 UUIDs', () => {
    expect(drafts.open('report', EMPTY).requestId()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('starts afresh from a draft that cannot be read', () => {
    localStorage.setItem('campus-desk.draft.report', '{"fields":');
    expect(drafts.open('report', EMPTY).fields()).toEqual(EMPTY);
  });
});
