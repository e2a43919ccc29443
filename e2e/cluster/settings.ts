import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the run is told by the environment. */
export type Settings = {
  /** Where the images are; each is `REGISTRY/campus-desk/SERVICE`. */
  readonly registry: string;
  /** The chart's version by default. */
  readonly tag: string;
  /** The tag of another version to upgrade to; without it the upgrade changes a value that rolls every pod. */
  readonly upgradeTag: string | undefined;
  /** An image of MySQL or MariaDB instead of the chart's. */
  readonly mysqlImage: string | undefined;
  /** What the names of the namespaces begin with. */
  readonly prefix: string;
  readonly helm: string;
  /** Whether the namespaces stay when the run has ended. */
  readonly keep: boolean;
};

/** Reads the settings. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const { IMAGE_REGISTRY, IMAGE_TAG, UPGRADE_TAG, MYSQL_IMAGE, NAMESPACE, HELM, KEEP } = environment;
  return {
    registry: IMAGE_REGISTRY ?? '',
    tag: IMAGE_TAG ?? chartVersion(),
    upgradeTag: UPGRADE_TAG,
    mysqlImage: MYSQL_IMAGE,
    prefix: NAMESPACE ?? `campus-desk-test-${Date.now().toString(36)}`,
    helm: HELM ?? 'helm',
    keep: KEEP === '1',
  };
}

function chartVersion(): string {
  const chart = readFileSync(join(import.meta.dirname, '../../helm/campus-desk/Chart.yaml'), 'utf8');
  return String(/^appVersion: "?([^"\s]+)/m.exec(chart)?.[1]);
}
