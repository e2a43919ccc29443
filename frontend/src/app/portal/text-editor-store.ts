import { computed, inject, Injectable, signal } from '@angular/core';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { OwnWrites } from '../api/own-writes';
import { PersistentCall } from '../api/persistent-call';
import { toFailure, type Failure } from '../api/failure';
import { PORTAL } from '../api/transport';
import { Drafts, type Draft } from '../ticket/drafts';
import {
  baseOf,
  changesOf,
  editKey,
  NO_EDIT,
  readKept,
  rebase,
  textsOf,
  type Conflict,
  type Editable,
  type TextEdit,
  type Texts,
} from './text-edit';

/** An edit of a ticket's texts: kept on the device, sent with the version it began from, settled when it collides. */
@Injectable()
export class TextEditorStore {
  private readonly portal = inject(PORTAL);
  private readonly drafts = inject(Drafts);
  private readonly ownWrites = inject(OwnWrites);
  private readonly call = new PersistentCall();
  private readonly current = signal<TextEdit | undefined>(undefined);
  private readonly collided = signal<readonly Conflict[]>([]);
  private readonly rereadProblem = signal<Failure | undefined>(undefined);
  private draft: Draft<typeof NO_EDIT> | undefined;
  private ticketId = 0n;

  readonly mine = computed(() => this.current()?.mine);
  readonly changed = computed(() => Object.keys(this.current() ? changesOf(this.current()!) : {}).length > 0);
  readonly conflicts = this.collided.asReadonly();
  readonly state = this.call.state;
  readonly failure = computed(() => this.rereadProblem() ?? this.call.failure());
  /** Whether the texts come from an earlier, unfinished edit. */
  readonly resumed = signal(false);

  /** Begins at the ticket as it is, or where an unfinished edit was left. */
  begin(ticket: Ticket): void {
    this.ticketId = ticket.id;
    this.draft = this.drafts.open(editKey(ticket.id), NO_EDIT);
    const kept = readKept(this.draft.fields());
    this.resumed.set(kept !== undefined);
    this.current.set(kept ?? { base: textsOf(ticket), mine: textsOf(ticket), version: ticket.version });
  }

  change(part: Partial<Texts>): void {
    const edit = this.current();
    if (edit) {
      if (this.call.state() !== 'sending') {
        this.call.stop();
      }
      this.keep({ ...edit, mine: { ...edit.mine, ...part } });
    }
  }

  /** Forgets what was typed. */
  discard(): void {
    this.call.stop();
    this.draft?.clear();
    this.collided.set([]);
    this.resumed.set(false);
  }

  /** Answers the saved ticket, or undefined when something is left to settle (see conflicts, failure). */
  async save(): Promise<{ ticket: Ticket; revision: bigint } | undefined> {
    const edit = this.current();
    if (!edit || !this.draft) {
      return undefined;
    }
    const request = {
      ticketId: this.ticketId,
      ...changesOf(edit),
      expectedVersion: edit.version,
      requestId: this.draft.stamp().requestId,
    };
    const answer = await this.call.run((signal) => this.portal.updateTicket(request, { signal }));
    if (answer?.ticket) {
      this.ownWrites.note(answer.revision);
      this.discard();
      return { ticket: answer.ticket, revision: answer.revision };
    }
    if (this.call.failure()?.code === Code.Aborted) {
      await this.reread(edit);
    } else if (this.call.failure()?.code === Code.AlreadyExists) {
      this.draft.renewRequestId();
    }
    return undefined;
  }

  /** Decides a conflict; the last one decided leaves an edit that can be saved. */
  settle(field: Editable, text: string): void {
    const edit = this.current();
    if (edit) {
      this.collided.update((conflicts) => conflicts.filter((conflict) => conflict.field !== field));
      this.keep({ ...edit, mine: { ...edit.mine, [field]: text } });
    }
  }

  private async reread(edit: TextEdit): Promise<void> {
    try {
      const { ticket } = await this.portal.getTicket({ ticketId: this.ticketId });
      this.call.stop();
      this.rereadProblem.set(undefined);
      this.draft?.renewRequestId();
      if (ticket) {
        const rebased = rebase(edit, ticket);
        this.collided.set(rebased.conflicts);
        this.keep(rebased.edit);
      }
    } catch (error) {
      this.rereadProblem.set(toFailure(error));
    }
  }

  private keep(edit: TextEdit): void {
    this.current.set(edit);
    // A conflict that is not settled comes again after a reload: until then the edit begins where it began.
    const base = this.collided().length === 0 && { base: baseOf(edit) };
    this.draft?.change({ ...edit.mine, ...base });
  }
}
