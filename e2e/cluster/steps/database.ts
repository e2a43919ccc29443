import type { Pod } from '../cluster.ts';
import { isWhole, loadText, underLoad } from '../load.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';

/** MySQL is restarted while the desk is in use. */
export async function database({ cluster, desk, caller }: Stage): Promise<void> {
  const before = restarts(await desk.settleAll(1));
  say('restarting MySQL …');
  let outage = 0;
  const result = await underLoad(caller, async () => {
    const began = performance.now();
    await cluster.deletePod(desk.namespace, `${desk.name}-mysql-0`);
    await desk.settle('mysql', 1);
    outage = Math.round((performance.now() - began) / 1000);
    await desk.settleAll(1);
  });
  const after = restarts(await desk.settleAll(1));
  const isSame = before === after;
  const isOver = result.lastFailure < result.seconds - 5;
  const isClear = Object.keys(result.codes).every((code) => code === 'unavailable');
  check(
    'MySQL restarted under load',
    `away and back in ${outage} s; ${loadText(result)}; ${isSame ? 'no pod restarted' : `pods before ${before}, after ${after}`}`,
    isWhole(result) && isSame && isOver && isClear,
  );
}

function restarts(pods: readonly Pod[]): string {
  return pods
    .map(({ metadata, status }) => `${metadata.name} ${status.containerStatuses?.[0]?.restartCount ?? '?'}`)
    .sort()
    .join(', ');
}
