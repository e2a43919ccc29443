import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
  effect,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { failureWords, fieldWords, STILL_TRYING } from '../api/failure-words';
import { OwnWrites } from '../api/own-writes';
import { PersistentCall } from '../api/persistent-call';
import { PORTAL } from '../api/transport';
import { isBlank, LONG_LIMIT, SHORT_LIMIT, tooLong } from '../ui/text-bounds';
import { TextBox } from '../ui/text-box';
import { TextLine } from '../ui/text-line';
import { Drafts } from '../ticket/drafts';
import { Mine } from './mine';

/** Says what is wrong, and where. What is typed stays on the device until the desk has confirmed it. */
@Component({
  selector: 'desk-report-box',
  imports: [MatButton, MatIcon, TextBox, TextLine],
  templateUrl: './report-box.html',
  styleUrl: './report-box.scss',
})
export class ReportBox {
  /** Where it is, when the way here already said so (a QR code on a door). */
  readonly place = input('');
  readonly reported = output<Ticket>();

  private readonly portal = inject(PORTAL);
  private readonly mine = inject(Mine);
  private readonly ownWrites = inject(OwnWrites);
  private readonly call = new PersistentCall();
  private readonly draft = inject(Drafts).open('report', { description: '', location: '' });
  private readonly pressed = signal(false);
  private readonly box = viewChild.required(TextBox);
  private readonly line = viewChild.required(TextLine);

  protected readonly texts = this.draft.fields;
  protected readonly sending = computed(() => this.call.state() === 'sending');
  protected readonly descriptionError = computed(
    () =>
      tooLong(this.texts().description, LONG_LIMIT) ||
      (this.pressed() && isBlank(this.texts().description) ? 'Please say what is wrong.' : '') ||
      fieldWords(this.call.failure(), 'description'),
  );
  protected readonly locationError = computed(
    () => tooLong(this.texts().location, SHORT_LIMIT) || fieldWords(this.call.failure(), 'location'),
  );
  protected readonly problem = computed(() => {
    const failure = this.call.failure();
    if (!failure || failure.fields.size > 0) {
      return '';
    }
    return this.call.state() === 'trying-again' ? STILL_TRYING : failureWords(failure);
  });

  constructor() {
    effect(() => {
      const place = this.place();
      if (place) {
        untracked(() => this.draft.change({ location: place }));
      }
    });
    afterNextRender(() => {
      if (matchMedia('(pointer: fine) and (min-width: 48rem)').matches) {
        this.box().focus();
      }
    });
  }

  protected change(part: { description?: string; location?: string }): void {
    this.draft.change(part);
    this.pressed.set(false);
    if (this.call.state() !== 'sending') {
      this.call.stop();
    }
  }

  protected async report(): Promise<void> {
    this.pressed.set(true);
    if (this.descriptionError() || this.locationError()) {
      (this.descriptionError() ? this.box() : this.line()).focus();
      return;
    }
    const { description, location } = this.texts();
    const request = {
      description,
      requestId: this.draft.requestId(),
      ...(!isBlank(location) && { location }),
    };
    const answer = await this.call.run((signal) => this.portal.createTicket(request, { signal }));
    if (answer?.ticket) {
      this.ownWrites.note(answer.revision);
      this.mine.add(answer.ticket.id);
      this.draft.clear();
      this.reported.emit(answer.ticket);
    } else if (this.call.failure()?.code === Code.AlreadyExists) {
      this.draft.renewRequestId();
    }
  }
}
