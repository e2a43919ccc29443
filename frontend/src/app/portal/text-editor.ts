import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
  type OnInit,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { failureWords, fieldWords } from '../api/failure-words';
import { isBlank, LONG_LIMIT, SHORT_LIMIT, tooLong } from '../ui/text-bounds';
import { TextBox } from '../ui/text-box';
import { TextLine } from '../ui/text-line';
import { Words } from '../ui/words';
import { PrivateDataWarning } from '../ticket/private-data-warning';
import { ConflictChoice } from './conflict-choice';
import { TextEditorStore } from './text-editor-store';

/** Edits the texts of a ticket where they stand. */
@Component({
  selector: 'desk-text-editor',
  imports: [ConflictChoice, MatButton, PrivateDataWarning, TextBox, TextLine],
  providers: [TextEditorStore],
  templateUrl: './text-editor.html',
  styleUrl: './text-editor.scss',
  host: { '(keydown.escape)': 'escape()' },
})
export class TextEditor implements OnInit {
  readonly ticket = input.required<Ticket>();
  readonly saved = output<{ ticket: Ticket; revision: bigint }>();
  readonly cancelled = output();

  protected readonly words = inject(Words);
  protected readonly store = inject(TextEditorStore);
  private readonly box = viewChild(TextBox);
  private readonly pressed = signal(false);

  protected readonly sending = computed(() => this.store.state() === 'sending');
  protected readonly titleError = computed(() => this.lineError('title'));
  protected readonly locationError = computed(() => this.lineError('location'));
  protected readonly descriptionError = computed(() => {
    const description = this.store.mine()?.description ?? '';
    return (
      tooLong(this.words, description, LONG_LIMIT) ||
      (this.pressed() && isBlank(description) ? this.words.say('portal.edit.missing') : '') ||
      fieldWords(this.words, this.store.failure(), 'description')
    );
  });
  protected readonly problem = computed(() => {
    const failure = this.store.failure();
    if (!failure || failure.fields.size > 0) {
      return '';
    }
    return this.store.state() === 'trying-again'
      ? this.words.say('api.stillTrying')
      : failureWords(this.words, failure);
  });

  constructor() {
    afterNextRender(() => this.box()?.focus());
  }

  ngOnInit(): void {
    this.store.begin(this.ticket());
  }

  protected async save(): Promise<void> {
    this.pressed.set(true);
    if (this.descriptionError() || this.titleError() || this.locationError()) {
      return;
    }
    if (!this.store.changed()) {
      this.store.discard();
      this.cancelled.emit();
      return;
    }
    const answer = await this.store.save();
    if (answer) {
      this.saved.emit(answer);
    }
  }

  /** As Cancel does, where that is offered: what was typed is kept. */
  protected escape(): void {
    if (this.store.conflicts().length === 0) {
      this.cancelled.emit();
    }
  }

  protected startOver(): void {
    this.store.discard();
    this.store.begin(this.ticket());
  }

  private lineError(field: 'title' | 'location'): string {
    const text = this.store.mine()?.[field] ?? '';
    return tooLong(this.words, text, SHORT_LIMIT) || fieldWords(this.words, this.store.failure(), field);
  }
}
