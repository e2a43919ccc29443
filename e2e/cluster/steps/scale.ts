import type { Cluster, Pod } from '../cluster.ts';
import { isUndisturbed, loadText, underLoad } from '../load.ts';
import { services, type Release, type Service } from '../release.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';
import { until } from '../until.ts';

/** Each service goes from one replica to three and back, while the desk is in use. */
export async function scale({ cluster, desk, caller }: Stage): Promise<void> {
  let waits: readonly PromiseSettledResult<string>[] = [];
  const up = await underLoad(caller, async () => {
    const values: Record<string, number> = {};
    const calls: Promise<string>[] = [];
    for (const service of services) {
      values[`services.${service}.replicas`] = 3;
      say(`scaling ${service} to 3 …`);
      await desk.upgrade(values);
      // Meanwhile the next is scaled.
      calls.push(untilAllCalled(cluster, desk, service, await desk.settle(service, 3)));
    }
    waits = await Promise.allSettled(calls);
  });
  check('each service scaled from 1 to 3 under load', loadText(up), isUndisturbed(up));
  check(
    'each of the three pods of every service is called',
    waits.map((wait) => (wait.status === 'fulfilled' ? wait.value : String(wait.reason))).join(', '),
    waits.every(({ status }) => status === 'fulfilled'),
  );

  const down = await underLoad(caller, async () => {
    const values = Object.fromEntries(services.map((service) => [`services.${service}.replicas`, 3]));
    for (const service of services) {
      values[`services.${service}.replicas`] = 1;
      say(`scaling ${service} to 1 …`);
      await desk.upgrade(values);
      await desk.settle(service, 1);
    }
  });
  check('each service scaled from 3 to 1 under load', loadText(down), isUndisturbed(down));
}

/** Waits until each of the pods, which are all ready, has logged a call of an RPC; answers how long that took. */
async function untilAllCalled(
  cluster: Cluster,
  desk: Release,
  service: Service,
  pods: readonly Pod[],
): Promise<string> {
  const began = performance.now();
  await until(`each of the 3 pods of ${service} is called`, 120, async () => {
    const logs = await Promise.all(pods.map((pod) => cluster.logs(desk.namespace, pod)));
    return logs.every((log) => /"(rpc|path)":"\/campus\./.test(log)) ? true : undefined;
  });
  return `${service} ${Math.round((performance.now() - began) / 1000)} s after they were ready`;
}
