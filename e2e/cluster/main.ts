// Proves on the cluster that KUBECONFIG names that the desk can be operated: `npm run test:cluster [STEP …]`.
// IMAGE_REGISTRY and IMAGE_TAG say which images, UPGRADE_TAG those of another version, MYSQL_IMAGE the database's,
// NAMESPACE what its namespaces begin with, HELM the program; KEEP=1 leaves them as they are.
import { Caller } from './caller.ts';
import { Cluster } from './cluster.ts';
import { interruption } from './command.ts';
import { Namespaces } from './namespaces.ts';
import { Release } from './release.ts';
import { check, printTable, say } from './report.ts';
import { readSettings } from './settings.ts';
import type { Stage, Step } from './stage.ts';
import { backup } from './steps/backup.ts';
import { database } from './steps/database.ts';
import { drain } from './steps/drain.ts';
import { failedUpgrade } from './steps/failed-upgrade.ts';
import { journey } from './steps/journey.ts';
import { lostPods } from './steps/lost-pods.ts';
import { neighbours } from './steps/neighbours.ts';
import { network } from './steps/network.ts';
import { scale } from './steps/scale.ts';
import { secrets } from './steps/secrets.ts';
import { upgrade } from './steps/upgrade.ts';
import { wrongValues } from './steps/wrong-values.ts';

const steps: Readonly<Record<string, Step>> = {
  journey,
  upgrade,
  scale,
  'lost-pods': lostPods,
  drain,
  database,
  network,
  'failed-upgrade': failedUpgrade,
  'wrong-values': wrongValues,
  neighbours,
  secrets,
  backup,
};

const names = process.argv.slice(2);
const strange = names.find((name) => steps[name] === undefined);
if (strange !== undefined) {
  process.stderr.write(`There is no step ${strange}; there are ${Object.keys(steps).join(', ')}.\n`);
  process.exit(1);
}

const settings = readSettings(process.env);
const cluster = await Cluster.connect();
const namespaces = new Namespaces(cluster);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    say(`${signal}: ending`);
    interruption.abort();
  });

try {
  const stage = await install();
  for (const name of names.length === 0 ? Object.keys(steps) : names) await take(name, stage);
} catch (error) {
  check('the desk is installed', (error as Error).message, false);
} finally {
  if (!settings.keep)
    await namespaces
      .removeAll()
      .catch((error: unknown) => check('removing what was made', (error as Error).message, false));
  cluster.close();
}
const hasHeld = printTable();
process.exitCode = isInterrupted() ? 130 : hasHeld ? 0 : 1;

/** Installs the desk and runs the chart's own test. */
async function install(): Promise<Stage> {
  const namespace = `${settings.prefix}-desk`;
  await namespaces.makeForDesks(namespace);
  const desk = new Release(cluster, settings, namespace, 'desk');
  say('installing …');
  const began = performance.now();
  await desk.install();
  const pods = await desk.settleAll(1);
  const seconds = Math.round((performance.now() - began) / 1000);
  check(
    'helm install --wait with trial values',
    `${pods.length} pods ready in ${seconds} s`,
    pods.length === 5,
  );
  await desk.test();
  check('helm test', 'passed', true);
  const caller = await Caller.forRelease(cluster, settings, desk);
  return { settings, cluster, namespaces, desk, caller };
}

/** Takes a step; one that breaks off has not held, and the desk is put right for the next. */
async function take(name: string, { desk, ...stage }: Stage): Promise<void> {
  if (isInterrupted()) return;
  say(`step ${name}`);
  try {
    await steps[name]!({ desk, ...stage });
  } catch (error) {
    check(name, `broke off: ${(error as Error).message}`, false);
    if (isInterrupted()) return;
    await desk
      .upgrade()
      .then(() => desk.settleAll(1))
      .catch((again: unknown) => say(`the desk is not put right: ${(again as Error).message}`));
  }
}

function isInterrupted(): boolean {
  return interruption.signal.aborted;
}
