import { timestampMs } from '@bufbuild/protobuf/wkt';
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { FeedService, type Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Activity, Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { createClient, type Client, type Transport } from '@connectrpc/connect';
import { createConnectTransport, createGrpcTransport, Http2SessionManager } from '@connectrpc/connect-node';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { until } from '../../services/tickets/test/until.ts';
import { readContract } from '../../scripts/contract-descriptors.ts';
import { Produced } from './produced.ts';

let desk: WholeDesk;
let tickets: Http2SessionManager;

beforeAll(async () => {
  desk = await startWholeDesk();
  tickets = new Http2SessionManager(`http://${desk.services.tickets.address}`);
});
afterAll(async () => {
  tickets.abort();
  await desk.close();
});

const requestId = () => randomUUID();

type CallOptions = { readonly signal: AbortSignal };

/** Reads a stream until it has told what is waited for, and leaves it. */
async function readUntil<T>(
  open: (options: CallOptions) => AsyncIterable<T>,
  isIt: (answer: T) => boolean,
): Promise<T> {
  const leave = new AbortController();
  try {
    for await (const answer of open({ signal: leave.signal })) if (isIt(answer)) return answer;
  } finally {
    leave.abort();
  }
  throw new Error('the stream ended before it told what was waited for');
}

type Doors = {
  readonly portal: Client<typeof PortalService>;
  readonly helpdesk: Client<typeof HelpdeskService>;
};

/** A working day: three reports, one of them closed at its end, with every kind of change and messages of both sides. */
async function work({ portal, helpdesk }: Doors) {
  const report = async (description: string) =>
    (await portal.createTicket({ description, requestId: requestId() })).ticket!;
  const heating = await report('The heating in room 2.14 is cold');
  const queue = await report('The queue in the canteen was too long');
  const wifi = await report('No Wi-Fi on the second floor');
  const edit = { description: 'It does not work', title: 'Help', location: 'Library' };
  await portal.updateTicket({ ticketId: queue.id, ...edit, requestId: requestId() });
  const ticketId = heating.id;
  const said = { ticketId, body: 'Since Monday.', authorName: 'Ada' };
  await portal.postMessage({ ...said, requestId: requestId() });
  await helpdesk.postMessage({ ticketId: wifi.id, body: 'We are coming.', requestId: requestId() });
  await portal.postMessage({ ticketId: wifi.id, body: 'Thank you.', requestId: requestId() });
  await helpdesk.activateTicket({ ticketId: wifi.id, requestId: requestId() });
  await helpdesk.assignCategory({
    ticketId,
    category: Category.SERVICES_COMPLAINTS,
    requestId: requestId(),
  });
  await helpdesk.activateTicket({ ticketId, requestId: requestId() });
  // Shorter than a second is bar 0 of the histogram, which tells nothing.
  await until(() => Date.now() > timestampMs(heating.openedAt!) + 1_000);
  const { revision } = await helpdesk.closeTicket({ ticketId, requestId: requestId() });
  return { unclosed: [wifi.id, queue.id], closed: ticketId, revision };
}

type Day = Awaited<ReturnType<typeof work>>;

/** Everything that can be read at both doors. */
async function readAtDoors({ portal, helpdesk }: Doors, { unclosed, closed, revision }: Day): Promise<void> {
  for (const door of [portal, helpdesk]) {
    await door.listTickets({ pageSize: 1 });
    await door.countTickets({});
    for (const ticketId of unclosed) {
      await door.getTicket({ ticketId });
      await door.listMessages({ ticketId, pageSize: 1 });
      await door.listHistory({ ticketId, pageSize: 3 });
    }
    for (const activity of [Activity.VIEWING, Activity.WRITING])
      await door.reportPresence({ ticketId: unclosed[0]!, clientId: randomUUID(), activity });
    await readUntil<{ message?: object | undefined }>(
      (options) => door.watchTickets({ afterRevision: 0n }, options),
      ({ message }) => message !== undefined,
    );
  }
  // Of a closed ticket the portal is told hardly more than that it is.
  await readUntil<{ ticket?: { status: Status } | undefined }>(
    (options) => portal.watchTickets({ afterRevision: revision - 1n }, options),
    ({ ticket }) => ticket?.status === Status.CLOSED,
  );
  await readUntil(
    (options) => helpdesk.watchTickets({}, options),
    ({ presences }) => presences.some(({ visitors }) => visitors.length === 4),
  );
  await helpdesk.getTicket({ ticketId: closed });
  await helpdesk.listHistory({ ticketId: closed });
  await portal.findSimilarTickets({ text: 'The Wi-Fi does not work' });
  await portal.previewCategory({ text: 'The Wi-Fi does not work' });
  for await (const part of helpdesk.exportTickets({})) expect(part.tickets).toHaveLength(3);
}

/** The analyses, each asked once and watched until its first answer. */
async function readAnalyses(gateway: Transport, { revision: minRevision }: Day): Promise<void> {
  // Long enough for a second group of ages, which alone has an end.
  const last = { seconds: 86_400n };
  const [backlog, resolution, workload] = [
    createClient(BacklogService, gateway),
    createClient(ResolutionService, gateway),
    createClient(WorkloadService, gateway),
  ];
  await backlog.getBacklog({ last, minRevision });
  await resolution.getResolutionTimes({ minRevision });
  await workload.getWorkload({ minRevision });
  const isAnswer = ({ answer }: { answer?: object | undefined }) => answer !== undefined;
  await readUntil((options) => backlog.watchBacklog({ last, minRevision }, options), isAnswer);
  await readUntil((options) => resolution.watchResolutionTimes({ minRevision }, options), isAnswer);
  await readUntil((options) => workload.watchWorkload({ minRevision }, options), isAnswer);
}

/** The feed from its beginning: the picture, the silence after it, and then all changes again. */
async function follow(feed: Client<typeof FeedService>): Promise<void> {
  const picture = await readUntil(
    (options) => feed.follow({}, options),
    ({ step }) => step.case === 'snapshot',
  );
  await readUntil(
    (options) => feed.follow({}, options),
    ({ step }) => step.case === 'heartbeat',
  );
  const { logId } = picture.step.value as Snapshot;
  await readUntil(
    (options) => feed.follow({ logId, afterRevision: 0n }, options),
    ({ step }) => step.case === 'changes',
  );
}

it('every field of every answer and every value of their enums is produced', async () => {
  const { files } = await readContract();
  const methods = files.flatMap(({ services }) => services).flatMap(({ methods: own }) => own);
  expect(methods).not.toEqual([]);
  const produced = new Produced();
  const interceptors = [produced.watch];
  const gateway = createConnectTransport({ baseUrl: desk.url, httpVersion: '1.1', interceptors });
  const inside = createGrpcTransport({ baseUrl: tickets.authority, sessionManager: tickets, interceptors });
  const doors = {
    portal: createClient(PortalService, gateway),
    helpdesk: createClient(HelpdeskService, gateway),
  };
  const day = await work(doors);
  await readAtDoors(doors, day);
  await readAnalyses(gateway, day);
  await follow(createClient(FeedService, inside));
  expect(produced.missing(methods)).toEqual([]);
});
