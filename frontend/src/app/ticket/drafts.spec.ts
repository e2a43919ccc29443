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
    expect(again.stamp()).toEqual(draft.stamp());
  });

  it('is one draft wherever it is open', () => {
    drafts.open('report', EMPTY).change({ description: 'No picture' });
    expect(drafts.open('report', EMPTY).fields().description).toBe('No picture');
  });

  it('follows what is typed in another tab, and is gone when that one has sent it', () => {
    const draft = drafts.open('portal.message.1', EMPTY);
    const tell = (key: string, newValue: string | null) =>
      dispatchEvent(
        new StorageEvent('storage', { key: `campus-desk.draft.portal.message.${key}`, newValue }),
      );
    const typed = JSON.stringify({ fields: { description: 'No light' }, requestId: 'a' });
    tell('12', typed);
    expect(draft.fields()).toEqual(EMPTY);
    tell('1', typed);
    expect(draft.fields()).toEqual({ description: 'No light', location: '' });
    expect(draft.stamp().requestId).toBe('a');
    tell('1', null);
    expect(draft.fields()).toEqual(EMPTY);
    expect(draft.stamp().requestId).not.toBe('a');
  });

  it('takes a text back with its stamp over a reload, and never over another text', () => {
    const draft = drafts.open('report', EMPTY);
    const stamp = { requestId: 'a', triedAt: 5 };
    draft.change({ location: '2.14' });
    expect(draft.takeBack({ description: 'No light', location: '2.15' }, stamp)).toBe(false);
    expect(draft.returned()).toBe(false);
    expect(draft.takeBack({ description: 'No light', location: '2.14' }, stamp)).toBe(true);
    expect(draft.returned()).toBe(true);
    const again = afterReload().open('report', EMPTY);
    expect(again.fields()).toEqual({ description: 'No light', location: '2.14' });
    expect(again.stamp()).toEqual(stamp);
  });

  it('forgets a confirmed draft and gives the next one another request id', () => {
    const draft = drafts.open('report', EMPTY);
    draft.change({ description: 'No picture' });
    const { requestId } = draft.stamp();
    draft.clear();
    expect(draft.fields()).toEqual(EMPTY);
    expect(afterReload().open('report', EMPTY).fields()).toEqual(EMPTY);
    expect(draft.stamp().requestId).not.toBe(requestId);
  });

  it('makes request ids that are version 4 UUIDs', () => {
    expect(drafts.open('report', EMPTY).stamp().requestId).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('starts afresh from a draft that cannot be read', () => {
    localStorage.setItem('campus-desk.draft.report', '{"fields":');
    expect(drafts.open('report', EMPTY).fields()).toEqual(EMPTY);
  });
});
