import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { deskUrl, helpdesk } from './call.ts';

/** What a stream of changes has shown. */
export type Watched = {
  /** How often it was opened: once more than it was cut. */
  opened: number;
  /** How often opening it failed. */
  failed: number;
  /** The revision up to which everything has come. */
  revision: number;
  changes: number;
  /** Changes that did not come next after the one before. */
  gaps: number;
  /** How often it ended by which code. */
  readonly endings: Record<string, number>;
};

type Frame = {
  readonly revision?: string;
  readonly ticket?: object;
  readonly error?: { readonly code: string };
};

/**
 * Keeps a WatchTickets stream of the helpdesk open, and opens it again after the last revision when it ends.
 * @param onFailure hears the code when it could not be opened
 */
export function watch(signal: AbortSignal, onFailure: (code: string) => void): Watched {
  const seen: Watched = { opened: 0, failed: 0, revision: 0, changes: 0, gaps: 0, endings: {} };
  const read = ({ revision, ticket }: Frame) => {
    const next = Number(revision);
    if (ticket !== undefined) {
      seen.changes++;
      if (seen.revision > 0 && next !== seen.revision + 1) seen.gaps++;
    } else if (seen.revision > 0 && next > seen.revision) seen.gaps++;
    seen.revision = Math.max(seen.revision, next);
  };
  const keepOpen = async () => {
    for (;;) {
      const after = seen.revision === 0 ? {} : { afterRevision: String(seen.revision) };
      let frames = 0;
      const code = await follow(after, signal, (frame) => {
        if (frames++ === 0) seen.opened++;
        read(frame);
      });
      if (signal.aborted) return;
      if (frames > 0) seen.endings[code] = (seen.endings[code] ?? 0) + 1;
      else {
        seen.failed++;
        onFailure(code);
        await delay(500);
      }
    }
  };
  void keepOpen();
  return seen;
}

/** Follows one stream to its end; answers why it ended. */
function follow(message: object, signal: AbortSignal, onFrame: (frame: Frame) => void): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(`${deskUrl}/${helpdesk}/WatchTickets`, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/connect+json' },
      signal,
    });
    let ending = '';
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    sent.on('response', (response) => {
      let rest = Buffer.alloc(0);
      response.on('data', (part: Buffer) => {
        rest = Buffer.concat([rest, part]);
        while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
          const end = 5 + rest.readUInt32BE(1);
          const frame = JSON.parse(rest.toString('utf8', 5, end)) as Frame;
          if (((rest[0] ?? 0) & 2) !== 0) ending = frame.error?.code ?? 'ended';
          else onFrame(frame);
          rest = rest.subarray(end);
        }
      });
      response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
      response.on('end', () => resolve(ending === '' ? `HTTP ${response.statusCode}` : ending));
    });
    sent.end(enveloped(message));
  });
}

function enveloped(message: object): Buffer {
  const text = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(5);
  head.writeUInt32BE(text.length, 1);
  return Buffer.concat([head, text]);
}
