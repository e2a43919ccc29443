import { isUndisturbed, loadText, underLoad } from '../load.ts';
import { services, type Values } from '../release.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';

/** All five services are rolled to another version and back, while the desk is in use. */
export async function upgrade({ desk, caller, settings }: Stage): Promise<void> {
  const values: Values =
    settings.upgradeTag === undefined ? { logLevel: 'debug' } : { 'image.tag': settings.upgradeTag };
  const [change] = Object.entries(values).map(([path, value]) => `${path}=${value}`);
  for (const [what, action] of [
    [`helm upgrade under load (${change})`, () => desk.upgrade(values)],
    ['helm rollback under load', () => desk.rollback()],
  ] as const) {
    const before = new Set((await desk.settleAll(1)).map(({ metadata }) => metadata.uid));
    let rolled = 0;
    say(`${what} …`);
    const result = await underLoad(caller, async () => {
      await action();
      const pods = await desk.settleAll(1);
      rolled = pods.filter(({ metadata }) => !before.has(metadata.uid)).length;
    });
    const isRolled = rolled === services.length;
    check(what, `${rolled} of 5 services rolled; ${loadText(result)}`, isRolled && isUndisturbed(result));
  }
}
