import { isUndisturbed, loadText, underLoad } from '../load.ts';
import { check, say } from '../report.ts';
import type { Stage } from '../stage.ts';

/** An upgrade to images that do not exist leaves the desk at work, and a rollback ends it. */
export async function failedUpgrade({ desk, caller }: Stage): Promise<void> {
  const before = (await desk.settleAll(1)).map(({ metadata }) => metadata.name).sort();
  say('upgrading to images that do not exist …');
  const attempt = { isFailed: false, words: '' };
  const upgraded = await underLoad(caller, async () => {
    const { code, errors } = await desk.tryUpgrade({ 'image.tag': 'no-such-version' }, '45s');
    attempt.isFailed = code !== 0;
    attempt.words = errors.trim().split('\n').at(-1)?.slice(0, 120) ?? '';
  });
  check(
    'helm upgrade to images that do not exist, under load',
    `helm ${attempt.isFailed ? `failed (${attempt.words})` : 'did NOT fail'}; ${loadText(upgraded)}`,
    attempt.isFailed && isUndisturbed(upgraded),
  );

  const rolledBack = await underLoad(caller, () => desk.rollback());
  const after = (await desk.settleAll(1)).map(({ metadata }) => metadata.name).sort();
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  check(
    'helm rollback after it, under load',
    `${isSame ? 'the same pods as before' : 'other pods than before'}; ${loadText(rolledBack)}`,
    isSame && isUndisturbed(rolledBack),
  );
  await desk.upgrade();
  await desk.settleAll(1);
  check('helm upgrade after that', 'the desk is whole', true);
}
