import type { Status } from './status.ts';
import type { MergeField, Side } from './ticket.ts';

/** Why a command has no effect. */
export type Refusal =
  | { readonly type: 'not-found'; readonly ticketId: number }
  | { readonly type: 'closed'; readonly ticketId: number; readonly side: Side; readonly closedAt: number }
  | { readonly type: 'wrong-status'; readonly ticketId: number; readonly status: Status; readonly to: Status }
  | {
      readonly type: 'conflict';
      readonly ticketId: number;
      readonly version: number;
      readonly fields: readonly MergeField[];
    };
