import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Caller, node } from '../caller.ts';
import type { Cluster } from '../cluster.ts';
import { Release } from '../release.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';

const reach = readFileSync(join(import.meta.dirname, '../inside/reach.ts'), 'utf8');

/** Two desks in one namespace and a third in another know nothing of each other. */
export async function neighbours(stage: Stage): Promise<void> {
  const { cluster, settings, namespaces, desk } = stage;
  const elsewhere = `${settings.prefix}-other`;
  await namespaces.makeForDesks(elsewhere);
  const annex = new Release(cluster, settings, desk.namespace, `${desk.name}-annex`);
  const other = new Release(cluster, settings, elsewhere, desk.name);
  for (const release of [annex, other]) {
    say(`installing ${release.name} in ${release.namespace} …`);
    await release.install({ 'backup.enabled': false });
    await release.settleAll(1);
  }
  const callers = [
    stage.caller,
    await Caller.forRelease(cluster, settings, annex),
    await Caller.forRelease(cluster, settings, other),
  ];
  for (const [i, caller] of callers.entries())
    await ask(caller, 'CreateTicket', { description: `Of desk ${i}`, requestId: crypto.randomUUID() });
  const foreign: string[] = [];
  const counts: number[] = [];
  for (const [i, caller] of callers.entries()) {
    const { tickets } = await ask(caller, 'ListTickets', { text: 'desk', pageSize: 200 });
    const named = tickets.map(({ description }) => /^Of desk \d$/.exec(description)?.[0]).filter(Boolean);
    counts.push(named.length);
    foreign.push(...named.filter((text) => text !== `Of desk ${i}`).map((text) => `${text} at desk ${i}`));
  }
  check(
    'a ticket in each of three desks: two in one namespace, one in another',
    `found ${counts.join(', ')}; ${foreign.length} of another desk`,
    foreign.length === 0 && counts.every((count) => count === 1),
  );

  const edges = [
    [annex, annex],
    [annex, desk],
    [other, desk],
    [desk, annex],
  ] as const;
  for (const [from, to] of edges) {
    const tickets = `${await address(to, 'tickets')}:50051`;
    const mysql = `${await address(to, 'mysql')}:3306`;
    const open = [
      ...(await reachable(cluster, from, 'gateway', [tickets, mysql])),
      // A pod always reaches itself.
      ...(await reachable(cluster, from, 'tickets', from === to ? [mysql] : [tickets, mysql])),
    ].length;
    // Of its own, the gateway reaches the tickets, and the tickets reach MySQL.
    const wanted = from === to ? 2 : 0;
    check(
      `gateway and tickets of ${from.name} in ${from.namespace} try tickets and MySQL of ${to.name} in ${to.namespace}`,
      `${open} of ${from === to ? 3 : 4} ways open`,
      open === wanted,
    );
  }
  for (const release of [annex, other]) await release.uninstall();
  await cluster.deletePod(desk.namespace, `caller-of-${annex.name}`);
}

type Asked = { readonly tickets: readonly { readonly description: string }[] };

async function ask(caller: Caller, rpc: string, message: object): Promise<Asked> {
  const request = { rpc: `campus.portal.v1.PortalService/${rpc}`, message };
  const { code, body } = await caller.run<{ code?: string; body: Asked }>('ask.ts', request);
  if (code !== undefined) throw new Error(`${rpc} answered ${code}`);
  return body;
}

async function address(release: Release, part: string): Promise<string> {
  const [pod] = await release.settle(part, 1);
  return String(pod!.status.podIP);
}

async function reachable(
  cluster: Cluster,
  from: Release,
  part: string,
  targets: readonly string[],
): Promise<readonly string[]> {
  const [pod] = await from.settle(part, 1);
  const command = [node, '--input-type=module-typescript', '--no-warnings', '--eval', reach];
  return JSON.parse(await cluster.exec(from.namespace, pod!.metadata.name, command, JSON.stringify(targets)));
}
