import { isUndisturbed, isWhole, loadText, underLoad } from '../load.ts';
import { services } from '../release.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';

/** The only pod of each service is deleted, and then one is killed, while the desk is in use. */
export async function lostPods({ cluster, desk, caller }: Stage): Promise<void> {
  for (const service of services) {
    say(`deleting the pod of ${service} …`);
    const deleted = await underLoad(caller, async () => {
      const [pod] = await desk.settle(service, 1);
      await cluster.deletePod(desk.namespace, pod!.metadata.name);
      await desk.settle(service, 1);
    });
    check(`the only pod of ${service} deleted under load`, loadText(deleted), isUndisturbed(deleted));

    say(`killing the pod of ${service} …`);
    let away = 0;
    const killed = await underLoad(caller, async () => {
      const [pod] = await desk.settle(service, 1);
      const began = performance.now();
      await cluster.deletePod(desk.namespace, pod!.metadata.name, 0);
      await desk.settleAll(1);
      away = Math.round((performance.now() - began) / 100) / 10;
    });
    // What fails after the desk is whole again has another cause.
    const isOver = killed.lastFailure < killed.seconds - 5;
    check(
      `the only pod of ${service} killed (grace 0) under load`,
      `all ready again after ${away} s; ${loadText(killed)}`,
      isWhole(killed) && isOver,
    );
  }
}
