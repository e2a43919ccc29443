import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Message } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { DeviceStore } from '../ui/device-store';
import { isBlank, LONG_LIMIT, NAME_LIMIT, tooLong } from '../ui/text-bounds';
import { TextBox } from '../ui/text-box';
import { TextLine } from '../ui/text-line';
import { Words } from '../ui/words';
import { Drafts } from './drafts';
import { PrivateDataWarning } from './private-data-warning';
import { draftKeyOf, type DoorName } from './letter';
import { Postman } from './postman';

const NAME_KEY = 'author-name';

/** Writes a message under a ticket. What is sent waits in the outbox until the desk has it. */
@Component({
  selector: 'desk-message-composer',
  imports: [MatButton, MatIcon, PrivateDataWarning, TextBox, TextLine],
  templateUrl: './message-composer.html',
  styleUrl: './message-composer.scss',
})
export class MessageComposer {
  readonly ticketId = input.required<bigint>();
  readonly label = input.required<string>();
  /** The door that it goes through. */
  readonly through = input.required<DoorName>();
  readonly posted = output<Message>();

  protected readonly words = inject(Words);
  private readonly device = inject(DeviceStore);
  private readonly drafts = inject(Drafts);
  private readonly postman = inject(Postman);
  private readonly way = computed(() => ({
    kind: 'message' as const,
    door: this.through(),
    ticketId: String(this.ticketId()),
  }));
  private readonly draft = linkedSignal(() => this.drafts.open(draftKeyOf(this.way()), { body: '' }));
  private readonly pressed = signal(false);
  private readonly box = viewChild.required(TextBox);

  protected readonly nameLimit = NAME_LIMIT;
  protected readonly name = signal(this.device.read(NAME_KEY) ?? '');
  protected readonly body = computed(() => this.draft().fields().body);
  protected readonly nameError = computed(() => tooLong(this.words, this.name(), NAME_LIMIT));
  protected readonly bodyError = computed(
    () =>
      tooLong(this.words, this.body(), LONG_LIMIT) ||
      (this.pressed() && isBlank(this.body()) ? this.words.say('ticket.composer.missing') : ''),
  );

  constructor() {
    effect(() => {
      const { door, ticketId } = this.way();
      const arrived = this.postman
        .deliveries()
        .filter((one) => one.kind === 'message' && one.door === door && one.ticketId === ticketId);
      untracked(() => {
        for (const delivery of arrived) {
          this.postman.acknowledge(delivery);
          if (delivery.message) {
            this.posted.emit(delivery.message);
          }
        }
      });
    });
    effect(() => {
      const draft = this.draft();
      if (draft.returned()) {
        draft.welcome();
        this.box().focus();
      }
    });
  }

  focus(): void {
    this.box().focus();
  }

  protected type(body: string): void {
    this.draft().change({ body });
    this.pressed.set(false);
  }

  protected rename(name: string): void {
    this.name.set(name);
    this.device.write(NAME_KEY, name);
  }

  protected send(): void {
    this.pressed.set(true);
    if (this.bodyError() || this.nameError()) {
      this.box().focus();
      return;
    }
    const draft = this.draft();
    const { body } = draft.fields();
    this.postman.send({ ...this.way(), body, authorName: this.name().trim() }, draft);
    this.pressed.set(false);
  }
}
