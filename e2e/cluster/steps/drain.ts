import { isReady, type Cluster } from '../cluster.ts';
import { isUndisturbed, loadText, underLoad } from '../load.ts';
import { services, type Release, type Service } from '../release.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';
import { until } from '../until.ts';

/** Every pod of the five services, twice each, is evicted as a drain of its node would, while the desk is in use. */
export async function drain({ cluster, desk, caller }: Stage): Promise<void> {
  await desk.upgrade({ 'serviceDefaults.replicas': 2 });
  const old = new Set((await desk.settleAll(2)).map(({ metadata }) => metadata.uid));
  say('evicting all pods …');
  const refused: Service[] = [];
  let evicted = 0;
  let fewest: Readonly<Record<string, number>> = {};
  const result = await underLoad(caller, async () => {
    const watch = watchReady(desk);
    for (const service of services) {
      const [first, second] = await desk.settle(service, 2);
      if ((await evict(cluster, desk, first!.metadata.name)) === 201) evicted++;
      if ((await evict(cluster, desk, second!.metadata.name)) === 429) refused.push(service);
    }
    await until('every pod is evicted', 300, async () => {
      const left = (await desk.servicePods()).filter(
        ({ metadata }) => old.has(metadata.uid) && metadata.deletionTimestamp === undefined,
      );
      for (const { metadata } of left) if ((await evict(cluster, desk, metadata.name)) === 201) evicted++;
      return left.length === 0 ? true : undefined;
    });
    await desk.settleAll(2);
    fewest = await watch.stop();
  });
  check(
    'a second eviction at once',
    `refused (429) for ${refused.length} of 5 services`,
    refused.length === 5,
  );
  check(
    'all pods of five services evicted under load, 2 replicas',
    `${evicted} of ${old.size} evicted; fewest ready at any time: ${Object.entries(fewest)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}; ${loadText(result)}`,
    evicted === old.size && isUndisturbed(result) && Object.values(fewest).every((count) => count >= 1),
  );
  await desk.upgrade();
  await desk.settleAll(1);
}

async function evict(cluster: Cluster, { namespace }: Release, name: string): Promise<number> {
  const { status } = await cluster.ask('POST', `/api/v1/namespaces/${namespace}/pods/${name}/eviction`, {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { namespace, name },
  });
  return status;
}

/** Looks five times a second how many pods of each service are ready, until stopped; answers the fewest. */
function watchReady(desk: Release): { stop(): Promise<Readonly<Record<string, number>>> } {
  const fewest: Record<string, number> = {};
  let isStopped = false;
  const look = async () => {
    while (!isStopped) {
      for (const service of services) {
        const ready = (await desk.pods(service)).filter(isReady).length;
        fewest[service] = Math.min(fewest[service] ?? ready, ready);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const looking = look();
  return {
    async stop() {
      isStopped = true;
      await looking;
      return fewest;
    },
  };
}
