import { expect, it } from '@jest/globals';
import { after } from '../../test/history.ts';
import { assign, update } from '../../test/commands.ts';
import { teachingOf } from './teaching.ts';

it('teaches the text that staff judged, with its title', () => {
  const ticket = after(update(7, { title: 'No picture' }), assign(7, 'services'));
  expect(teachingOf(ticket, 102)).toEqual({
    ticketId: 7,
    since: 102,
    category: 'services',
    text: 'No picture\nThe projector shows no picture.',
  });
});

it('teaches nothing by a text that was edited since, until staff judge that', () => {
  const edits = [update(7, { description: 'Something else' }), update(7, { title: 'Something else' })];
  for (const edit of edits) {
    expect(teachingOf(after(assign(7, 'services'), edit), 101)).toMatchObject({ text: '' });
    expect(teachingOf(after(assign(7, 'services'), edit, assign(7, 'it')), 103).text).toContain('Something');
  }
  const moved = after(assign(7, 'services'), update(7, { location: 'B12' }));
  expect(teachingOf(moved, 101).text).not.toBe('');
});
