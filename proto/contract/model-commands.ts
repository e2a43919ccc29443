import type { DescMethod, MessageShape } from '@bufbuild/protobuf';
import type { GenService, GenServiceMethods } from '@bufbuild/protobuf/codegenv2';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { Category as ProtoCategory } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Category } from '../../services/tickets/src/domain/category/category.ts';
import type { Command } from '../../services/tickets/src/domain/command.ts';
import type { Side } from '../../services/tickets/src/domain/ticket.ts';

/** What a request says beside its id. */
type Said<Method extends { input: DescMethod['input'] }> = Omit<
  MessageShape<Method['input']>,
  '$typeName' | '$unknown' | 'requestId'
>;

/** What a write asks for. */
type Meaning = (said: Record<string, unknown>) => Command;

const meanings: ReadonlyMap<DescMethod, Meaning> = new Map([
  ...meaningsOf(PortalService, {
    createTicket: ({ description, title = '', location = '', ...more }) =>
      nothingBeside(more, { type: 'create-ticket', side: 'user', description, title, location }),
    updateTicket: ({ ticketId, description, title, location, expectedVersion, ...more }) =>
      nothingBeside(more, {
        type: 'update-ticket',
        side: 'user',
        ticketId: Number(ticketId),
        description,
        title,
        location,
        expectedVersion,
      }),
    postMessage: posts('user'),
  }),
  ...meaningsOf(HelpdeskService, {
    activateTicket: moves('active'),
    closeTicket: moves('closed'),
    assignCategory: ({ ticketId, category, expectedVersion, ...more }) =>
      nothingBeside(more, {
        type: 'assign-category',
        side: 'helpdesk',
        ticketId: Number(ticketId),
        category: categoryOf[category]!,
        expectedVersion,
      }),
    postMessage: posts('helpdesk'),
  }),
]);

const categoryOf: Readonly<Partial<Record<ProtoCategory, Category>>> = {
  [ProtoCategory.FACILITY_MANAGEMENT]: 'facility',
  [ProtoCategory.TECHNICAL_IT]: 'it',
  [ProtoCategory.SERVICES_COMPLAINTS]: 'services',
};

/**
 * The command that a valid request of a write asks for.
 * @throws for a write, or a field of one, that the model knows nothing of
 */
export function commandOf(method: DescMethod, said: Record<string, unknown>): Command {
  const meaning = meanings.get(method);
  if (meaning === undefined) throw new Error(`the model does not know what ${String(method)} does`);
  return meaning(said);
}

function meaningsOf<Methods extends GenServiceMethods>(
  service: GenService<Methods>,
  given: { readonly [K in keyof Methods]?: (said: Said<Methods[K]>) => Command },
): readonly (readonly [DescMethod, Meaning])[] {
  return service.methods.flatMap((method) => {
    const meaning = given[method.localName] as Meaning | undefined;
    return meaning === undefined ? [] : [[method, meaning] as const];
  });
}

function posts(side: Side) {
  return ({
    ticketId,
    body,
    authorName = '',
    ...more
  }: Said<typeof PortalService.method.postMessage>): Command =>
    nothingBeside(more, { type: 'post-message', side, ticketId: Number(ticketId), body, authorName });
}

function moves(to: 'active' | 'closed') {
  return ({
    ticketId,
    expectedVersion,
    ...more
  }: Said<typeof HelpdeskService.method.activateTicket>): Command =>
    nothingBeside(more, {
      type: 'move-ticket',
      side: 'helpdesk',
      ticketId: Number(ticketId),
      to,
      expectedVersion,
    });
}

/** A command, once nothing was said that has no part in it. */
function nothingBeside(more: Record<string, never>, command: Command): Command {
  const fields = Object.keys(more);
  if (fields.length > 0)
    throw new Error(`the model does not know what ${fields.join(', ')} of ${command.type} means`);
  return command;
}
