import { describe, expect, it } from '@jest/globals';
import { sampleTicket } from '../../testing/sample-ticket';
import { changesOf, rebase, textsOf, type TextEdit } from './text-edit';

const before = sampleTicket();

function edit(mine: Partial<TextEdit['mine']>): TextEdit {
  return { base: textsOf(before), mine: { ...textsOf(before), ...mine }, version: 1 };
}

describe('text edit', () => {
  it('sends only what was changed', () => {
    expect(changesOf(edit({ location: '' }))).toEqual({ location: '' });
  });

  it('shows a title that repeats the description as empty, so that saving does not fix it', () => {
    expect(textsOf(before).title).toBe('');
    expect(textsOf(sampleTicket({ titleDerived: false, title: 'Beamer' })).title).toBe('Beamer');
  });

  it('meets somebody else’s change of another text without a conflict', () => {
    const now = sampleTicket({ location: 'Room 3', version: 2 });
    const rebased = rebase(edit({ description: 'No picture at all' }), now);
    expect(rebased.conflicts).toEqual([]);
    expect(changesOf(rebased.edit)).toEqual({ description: 'No picture at all' });
    expect(rebased.edit.mine.location).toBe('Room 3');
    expect(rebased.edit.version).toBe(2);
  });

  it('shows both texts when both changed the same one, and loses neither', () => {
    const now = sampleTicket({ description: 'Repaired?', version: 2 });
    const { conflicts, edit: rebased } = rebase(edit({ description: 'Still broken' }), now);
    expect(conflicts).toEqual([{ field: 'description', mine: 'Still broken', theirs: 'Repaired?' }]);
    expect(rebased.mine.description).toBe('Still broken');
  });

  it('has nothing to settle when both wrote the same', () => {
    const now = sampleTicket({ description: 'Same', version: 2 });
    expect(rebase(edit({ description: 'Same' }), now).conflicts).toEqual([]);
  });
});
