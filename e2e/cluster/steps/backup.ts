import { isDeepStrictEqual } from 'node:util';
import type { Cluster } from '../cluster.ts';
import type { Release } from '../release.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';
import { until } from '../until.ts';

type Dump = {
  readonly tickets: readonly object[];
  readonly threads: readonly { readonly messages: readonly object[] }[];
  readonly counts: object;
  readonly analyses: object;
};

/** The desk is dumped, removed with its volume, installed again and restored from the dump. */
export async function backup({ cluster, desk, caller }: Stage): Promise<void> {
  await caller.run('journey.ts');
  const before = await caller.run<Dump>('dump.ts');
  const dumped = await runJob(cluster, desk, 'backup', 'backup-by-hand');
  check('a dump by the CronJob', dumped.words, dumped.isDone);

  say('uninstalling …');
  await desk.uninstall();
  const claims = `/api/v1/namespaces/${desk.namespace}/persistentvolumeclaims`;
  const kept = (await cluster.get(claims)).items.map(
    ({ metadata }: { metadata: { name: string } }) => metadata.name,
  );
  const volume = `data-${desk.name}-mysql-0`;
  const isKept = kept.includes(`${desk.name}-backup`) && kept.includes(volume);
  const { status } = await cluster.ask(
    'GET',
    `/api/v1/namespaces/${desk.namespace}/secrets/${desk.name}-mysql`,
  );
  check(
    'helm uninstall keeps',
    `volumes ${kept.join(', ')}; the Secret: ${status}`,
    isKept && status === 200,
  );
  await cluster.ask('DELETE', `${claims}/${volume}`);
  await until('the volume is gone', 60, async () =>
    (await cluster.ask('GET', `${claims}/${volume}`)).status === 404 ? true : undefined,
  );

  say('installing again …');
  await desk.install();
  await desk.settleAll(1);
  const empty = await caller.run<Dump>('dump.ts');
  check('installed again without the volume', `${empty.tickets.length} tickets`, empty.tickets.length === 0);

  await refuse(cluster, desk, 'restore-while-running', 'the desk is running');
  await scaleTickets(cluster, desk, 0);
  await restore(cluster, desk, 'restore-to-empty');
  await scaleTickets(cluster, desk, 1);
  compare('restored', before, await caller.run<Dump>('dump.ts'));

  await scaleTickets(cluster, desk, 0);
  await refuse(cluster, desk, 'restore-over-tickets', 'there are tickets already');
  await restore(cluster, desk, 'restore-overwrite', { OVERWRITE: 'yes' });
  await scaleTickets(cluster, desk, 1);
  compare('restored over tickets', before, await caller.run<Dump>('dump.ts'));
  await caller.run('journey.ts');
  check('the journey after that', 'done, its numbers equal to a recount', true);
}

function compare(what: string, before: Dump, after: Dump): void {
  const differing = (['tickets', 'threads', 'counts', 'analyses'] as const).filter(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );
  const messages = after.threads.reduce((sum, thread) => sum + thread.messages.length, 0);
  check(
    `${what}: tickets, messages, histories, counts and the three analyses as before`,
    `${after.tickets.length} of ${before.tickets.length} tickets, ${messages} messages; ` +
      (differing.length === 0 ? 'all equal' : `different: ${differing.join(', ')}`),
    differing.length === 0 && after.tickets.length > 0,
  );
}

async function restore(cluster: Cluster, desk: Release, job: string, env = {}): Promise<void> {
  const { isDone, words } = await runJob(cluster, desk, 'restore', job, env);
  check(`a restore by the CronJob (${job})`, words, isDone);
}

async function refuse(cluster: Cluster, desk: Release, job: string, reason: string): Promise<void> {
  const { isDone, words } = await runJob(cluster, desk, 'restore', job);
  check(`a restore that must not be (${job})`, words, !isDone && words.includes(reason));
}

async function scaleTickets(cluster: Cluster, desk: Release, replicas: number): Promise<void> {
  const target = `deployment/${desk.name}-tickets`;
  await cluster.kubectl(['scale', '--namespace', desk.namespace, target, `--replicas=${replicas}`]);
  await desk.settle('tickets', replicas);
  if (replicas > 0) await desk.settleAll(1);
}

/** Runs a CronJob of the release now; answers how it ended, and its last word. */
async function runJob(
  cluster: Cluster,
  desk: Release,
  part: string,
  name: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ isDone: boolean; words: string }> {
  say(`job ${name} …`);
  const { namespace } = desk;
  const from = `--from=cronjob/${desk.name}-${part}`;
  const made = ['create', 'job', name, from, '--namespace', namespace, '--dry-run=client', '--output=json'];
  const job = JSON.parse(await cluster.kubectl(made));
  const { initContainers = [], containers } = job.spec.template.spec;
  for (const container of [...initContainers, ...containers])
    for (const variable of container.env) variable.value = env[variable.name] ?? variable.value;
  await cluster.create(`/apis/batch/v1/namespaces/${namespace}/jobs`, job);
  const end = await until(`job ${name} ends`, 300, async () => {
    const { status } = await cluster.get(`/apis/batch/v1/namespaces/${namespace}/jobs/${name}`);
    const conditions: { type: string; status: string }[] = status.conditions ?? [];
    return conditions.find(({ type }) => type === 'Complete' || type === 'Failed')?.type;
  });
  const pods = await cluster.pods(namespace, { 'batch.kubernetes.io/job-name': name });
  const logs = await Promise.all(pods.map((pod) => cluster.logs(namespace, pod)));
  const lines = logs.join('').trim().split('\n');
  // The last that the script said; the migration that follows it says nothing of it.
  const words =
    lines.findLast((line) => /^(dumped|restored|the desk|there are)/.test(line)) ?? lines.at(-1) ?? '';
  return { isDone: end === 'Complete', words: words.slice(0, 160) };
}
