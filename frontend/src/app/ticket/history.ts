import { Component, computed, input } from '@angular/core';
import { ChangeKind, Side, type Change } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Age } from '../ui/age';
import { CategoryTag } from './category-tag';
import { CHANGE_WORDS, SIDE_WORDS, TEXT_FIELD_WORDS } from './words';
import { wordDiff } from './word-diff';

/** What happened to a ticket, the latest on top, with the words that were removed and added. */
@Component({
  selector: 'desk-history',
  imports: [Age, CategoryTag],
  templateUrl: './history.html',
  styleUrl: './history.scss',
})
export class History {
  readonly changes = input.required<readonly Change[]>();

  protected readonly entries = computed(() =>
    this.changes()
      .map((change) => ({
        change,
        words: CHANGE_WORDS[change.kind],
        by: change.kind === ChangeKind.MESSAGE_POSTED ? `from ${from(change.side)}` : '',
        category: change.kind !== ChangeKind.OPENED ? change.categoryAfter : 0,
        edits: change.edits.map((edit) => ({
          field: TEXT_FIELD_WORDS[edit.field],
          pieces: wordDiff(edit.before, edit.after),
        })),
      }))
      .reverse(),
  );
}

function from(side: Side): string {
  return side === Side.HELPDESK ? 'the helpdesk' : SIDE_WORDS[side].toLowerCase();
}
