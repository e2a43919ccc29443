import { randomUUID } from 'node:crypto';
import { request, type Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** After how long a caller gives up, in milliseconds. */
const patience = 15_000;

/** The desk that this pod calls. */
export const deskUrl = String(process.env.DESK_URL);

export const portal = 'campus.portal.v1.PortalService';
export const helpdesk = 'campus.helpdesk.v1.HelpdeskService';
export const backlog = 'campus.analysis.v1.BacklogService/GetBacklog';
export const resolution = 'campus.analysis.v1.ResolutionService/GetResolutionTimes';
export const workload = 'campus.analysis.v1.WorkloadService/GetWorkload';

/** How one call ended. */
export type Answer = {
  /** Connect's code, or what became of the connection; undefined when the call did what it should. */
  readonly code: string | undefined;
  readonly message: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is the contract's
  readonly body: any;
};

/** Calls an RPC by JSON, once. @param agent keeps connections; `false` makes a new one. */
export function tryCall(rpc: string, message: object, agent: Agent | false = false): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (code: string, text: string) => resolve({ code, message: text, body: {} });
    const sent = request(`${deskUrl}/${rpc}`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(patience),
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.name === 'AbortError'
        ? fail('no answer', `none within ${patience} ms`)
        : fail(error.code ?? error.name, `${error.message}${sent.reusedSocket ? ' (kept connection)' : ''}`),
    );
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name, error.message));
      response.on('end', () => {
        try {
          const body = JSON.parse(text);
          resolve({ code: body.code, message: body.message ?? '', body });
        } catch {
          fail(`HTTP ${response.statusCode}`, text.slice(0, 80));
        }
      });
    });
    sent.end(JSON.stringify(message));
  });
}

/** Calls until it is answered, for at most 90 seconds. @throws Error with a refusal, or the last failure */
export async function call(rpc: string, message: object): Promise<Answer['body']> {
  const end = Date.now() + 90_000;
  for (;;) {
    const { code, message: reason, body } = await tryCall(rpc, message);
    if (code === undefined) return body;
    // Connect's codes; those of broken connections are spelt otherwise.
    const isRefusal = /^[a-z_]+$/.test(code) && !['unavailable', 'deadline_exceeded'].includes(code);
    if (isRefusal || Date.now() > end) throw new Error(`${rpc} answered ${code}: ${reason}`);
    await delay(500);
  }
}

/** Calls a write under a new request id. */
export function write(rpc: string, message: object): Promise<Answer['body']> {
  return call(rpc, { ...message, requestId: randomUUID() });
}

/** Everything that an RPC lists, page by page. @param key of the list in the answer */
export async function listAll(rpc: string, message: object, key: string): Promise<Answer['body'][]> {
  const all = [];
  for (let pageToken = ''; ;) {
    const page = await call(rpc, { ...message, pageSize: 200, pageToken });
    all.push(...page[key]);
    if (page.nextPageToken === '') return all;
    pageToken = page.nextPageToken;
  }
}

/** What the program was given on its standard input. */
export async function readInput<T>(): Promise<T> {
  let text = '';
  for await (const part of process.stdin) text += String(part);
  return JSON.parse(text) as T;
}
