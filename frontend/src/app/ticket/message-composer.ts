import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Message } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { DOOR } from '../api/door';
import { failureWords, fieldWords, STILL_TRYING } from '../api/failure-words';
import { OwnWrites } from '../api/own-writes';
import { PersistentCall } from '../api/persistent-call';
import { DeviceStore } from '../ui/device-store';
import { isBlank, LONG_LIMIT, NAME_LIMIT, tooLong } from '../ui/text-bounds';
import { TextBox } from '../ui/text-box';
import { TextLine } from '../ui/text-line';
import { Drafts } from './drafts';

const NAME_KEY = 'author-name';

/** Writes a message under a ticket. What is typed stays on the device until the desk has it. */
@Component({
  selector: 'desk-message-composer',
  imports: [MatButton, MatIcon, TextBox, TextLine],
  templateUrl: './message-composer.html',
  styleUrl: './message-composer.scss',
})
export class MessageComposer {
  readonly ticketId = input.required<bigint>();
  readonly label = input.required<string>();
  /** Keeps the drafts of the two doors apart. */
  readonly draftsOf = input.required<string>();
  readonly posted = output<Message>();

  private readonly door = inject(DOOR);
  private readonly device = inject(DeviceStore);
  private readonly drafts = inject(Drafts);
  private readonly ownWrites = inject(OwnWrites);
  private readonly call = new PersistentCall();
  private readonly draft = linkedSignal(() =>
    this.drafts.open(`${this.draftsOf()}.message.${this.ticketId()}`, { body: '' }),
  );
  private readonly pressed = signal(false);

  protected readonly nameLimit = NAME_LIMIT;
  protected readonly name = signal(this.device.read(NAME_KEY) ?? '');
  protected readonly body = computed(() => this.draft().fields().body);
  protected readonly sending = computed(() => this.call.state() === 'sending');
  protected readonly nameError = computed(() => tooLong(this.name(), NAME_LIMIT));
  protected readonly bodyError = computed(
    () =>
      tooLong(this.body(), LONG_LIMIT) ||
      (this.pressed() && isBlank(this.body()) ? 'Please write something first.' : '') ||
      fieldWords(this.call.failure(), 'body'),
  );
  protected readonly problem = computed(() => {
    const failure = this.call.failure();
    if (!failure || failure.fields.size > 0) {
      return '';
    }
    return this.call.state() === 'trying-again' ? STILL_TRYING : failureWords(failure);
  });

  protected type(body: string): void {
    this.draft().change({ body });
    this.pressed.set(false);
    if (this.call.state() !== 'sending') {
      this.call.stop();
    }
  }

  protected rename(name: string): void {
    this.name.set(name);
    this.device.write(NAME_KEY, name);
  }

  protected async send(box: TextBox): Promise<void> {
    this.pressed.set(true);
    if (this.bodyError() || this.nameError()) {
      box.focus();
      return;
    }
    const draft = this.draft();
    const name = this.name().trim();
    const request = {
      ticketId: this.ticketId(),
      body: draft.fields().body,
      requestId: draft.requestId(),
      ...(name && { authorName: name }),
    };
    const answer = await this.call.run((signal) => this.door.postMessage(request, { signal }));
    if (answer?.message) {
      this.ownWrites.note(answer.revision);
      this.pressed.set(false);
      if (draft.fields().body === request.body) {
        draft.clear();
      } else {
        draft.renewRequestId();
      }
      this.posted.emit(answer.message);
    } else if (this.call.failure()?.code === Code.AlreadyExists) {
      draft.renewRequestId();
    }
  }
}
