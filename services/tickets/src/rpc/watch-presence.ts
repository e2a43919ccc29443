import { merged } from '@campus-desk/kit/merged';
import type { Presence } from '../domain/presence.ts';
import type { Door } from './door.ts';
import { toPresence } from './to-proto.ts';
import { watchTickets } from './watch-tickets.ts';

type News = ReturnType<typeof watchTickets> extends AsyncGenerator<infer Item> ? Item : never;

/** Tells at a door of every change after a revision and, in between, who is where. */
export async function* watchTicketsAndPresence(
  door: Door,
  request: { readonly afterRevision?: bigint | undefined },
  signal: AbortSignal,
) {
  const news = watchTickets(door, request, signal);
  const first = await news.next();
  if (first.done === true) return;
  yield first.value;
  let { revision } = first.value;
  for await (const item of merged<News | readonly Presence[]>(news, door.presences(signal))) {
    if ('revision' in item) {
      ({ revision } = item);
      yield item;
    } else yield presencesAt(revision, item);
  }
}

const told = new WeakMap<readonly Presence[], ReturnType<typeof presenceNews>>();

/** The same object for all who are told the same: it is encoded once. */
function presencesAt(revision: bigint, presences: readonly Presence[]) {
  const known = told.get(presences);
  if (known?.revision === revision) return known;
  const made = presenceNews(revision, presences);
  told.set(presences, made);
  return made;
}

function presenceNews(revision: bigint, presences: readonly Presence[]) {
  return { revision, presences: presences.map(toPresence) };
}
