import { isUndisturbed, isWhole, loadText, underLoad } from '../load.ts';
import { services, type Service } from '../release.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';

/** A pod of each service is deleted and killed, where it is the only one and where it is one of two, under load. */
export async function lostPods(stage: Stage): Promise<void> {
  const { desk } = stage;
  for (const service of services) {
    await deletePod(stage, service);
    await killPod(stage, service, 1);
  }
  await desk.upgrade(Object.fromEntries(services.map((service) => [`services.${service}.replicas`, 2])));
  await desk.settleAll(2);
  for (const service of services) await killPod(stage, service, 2);
  await desk.upgrade();
  await desk.settleAll(1);
}

async function deletePod({ cluster, desk, caller }: Stage, service: Service): Promise<void> {
  say(`deleting the pod of ${service} …`);
  const deleted = await underLoad(caller, async () => {
    const [pod] = await desk.settle(service, 1);
    await cluster.deletePod(desk.namespace, pod!.metadata.name);
    await desk.settle(service, 1);
  });
  check(`the only pod of ${service} deleted under load`, loadText(deleted), isUndisturbed(deleted));
}

async function killPod({ cluster, desk, caller }: Stage, service: Service, replicas: 1 | 2): Promise<void> {
  const what = replicas === 1 ? 'the only pod' : 'one of two pods';
  say(`killing ${what} of ${service} …`);
  let away = 0;
  const killed = await underLoad(caller, async () => {
    const [pod] = await desk.settle(service, replicas);
    const began = performance.now();
    await cluster.deletePod(desk.namespace, pod!.metadata.name, 0);
    await desk.settleAll(replicas);
    away = Math.round((performance.now() - began) / 100) / 10;
  });
  // What fails after the desk is whole again has another cause.
  const isOver = killed.lastFailure < killed.seconds - 5;
  check(
    `${what} of ${service} killed (grace 0) under load`,
    `all ready again after ${away} s; ${loadText(killed)}`,
    isWhole(killed) && isOver,
  );
}
