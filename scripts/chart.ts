import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { goTool } from './go-tools.ts';
import { root } from './setup.js';

/** The chart's folder. */
export const chart = join(root, 'helm/campus-desk');

/** The manifests that are kept for review, and the values that each is rendered with. */
export const goldens = {
  default: [],
  production: ['values-production.yaml'],
  trial: ['values-trial.yaml'],
} as const satisfies Record<string, readonly string[]>;

/** Where such a manifest is kept. */
export function goldenFile(name: keyof typeof goldens): string {
  return join(root, `k8s/rendered/${name}.yaml`);
}

/** An object of Kubernetes, as far as every kind is alike. */
export type KubernetesObject = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
};

/** How the chart is rendered. */
type Rendering = {
  /** Single values, as `KEY=VALUE`, over those of the files. */
  readonly set?: readonly string[];
  readonly release?: string;
  readonly helm?: 'helm' | 'helm3';
};

/**
 * Renders the chart in the namespace `campus-desk`.
 * @param files values files in the chart's folder
 * @throws Error with Helm's words when the values are refused
 */
export function render(
  files: readonly string[],
  { set = [], release = 'desk', helm = 'helm' }: Rendering = {},
): string {
  const values = files.flatMap((file) => ['--values', join(chart, file)]);
  const single = set.flatMap((value) => ['--set', value]);
  const manifest = execFileSync(
    goTool(helm),
    ['template', release, chart, '--namespace=campus-desk', ...values, ...single],
    { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  // Made up anew by each rendering.
  return manifest.replace(/^( {2}(?:root-)?password:) [\w+/=]+$/gm, '$1 bWFkZS11cC1hdC1pbnN0YWxsYXRpb24=');
}

/** The objects of a manifest. */
export function objects(manifest: string): KubernetesObject[] {
  return parseAllDocuments(manifest)
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object !== null);
}
