import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import {
  ChangeKind,
  Side,
  TextField,
  type Change,
  type TextEdit,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import { Age } from '../ui/age';
import { Words } from '../ui/words';
import { CategoryTag } from './category-tag';
import { CHANGE_WORDS, TEXT_FIELD_WORDS } from './words';
import { wordDiff } from './word-diff';

type TextName = 'description' | 'title' | 'location';

/** A text as it read before an edit. */
export type EarlierVersion = {
  readonly field: TextName;
  readonly text: string;
};

const TEXT_NAMES: Readonly<Record<TextField, TextName | undefined>> = {
  [TextField.UNSPECIFIED]: undefined,
  [TextField.DESCRIPTION]: 'description',
  [TextField.TITLE]: 'title',
  [TextField.LOCATION]: 'location',
};

/** What happened to a ticket, the latest on top, with the words that were removed and added. */
@Component({
  selector: 'desk-history',
  imports: [Age, CategoryTag, MatButton, MatIcon],
  templateUrl: './history.html',
  styleUrl: './history.scss',
})
export class History {
  readonly changes = input.required<readonly Change[]>();
  /** The texts as they are now, where an earlier one can be brought back. */
  readonly current = input<Readonly<Record<TextName, string>>>();
  readonly bringBack = output<EarlierVersion>();

  protected readonly words = inject(Words);
  protected readonly entries = computed(() =>
    this.changes()
      .map((change) => ({
        change,
        what: this.words.say(whatHappened(change)),
        category: change.kind !== ChangeKind.OPENED ? change.categoryAfter : 0,
        edits: change.edits.map((edit) => ({
          field: this.words.say(TEXT_FIELD_WORDS[edit.field]),
          pieces: wordDiff(edit.before, edit.after),
          earlier: this.earlier(edit),
        })),
      }))
      .reverse(),
  );

  /** What would change something if it were brought back. */
  private earlier({ field, before }: TextEdit): EarlierVersion | undefined {
    const [name, now] = [TEXT_NAMES[field], this.current()];
    const wanted = name !== undefined && now !== undefined && now[name] !== before;
    return wanted ? { field: name, text: before } : undefined;
  }
}

function whatHappened({ kind, side }: Change): Word {
  const fromHelpdesk = kind === ChangeKind.MESSAGE_POSTED && side === Side.HELPDESK;
  return fromHelpdesk ? 'ticket.change.messageFromHelpdesk' : CHANGE_WORDS[kind];
}
