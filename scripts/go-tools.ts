import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram } from './machine.ts';

/** What the checks of the chart call, each in the one version that they were written for. */
const tools = {
  helm: { module: 'helm.sh/helm/v4', version: 'v4.3.1' },
  helm3: { module: 'helm.sh/helm/v3', version: 'v3.22.0', command: 'helm' },
  'helm-docs': { module: 'github.com/norwoodj/helm-docs', version: 'v1.14.2' },
  kubeconform: { module: 'github.com/yannh/kubeconform', version: 'v0.8.0' },
  'kube-score': { module: 'github.com/zegl/kube-score', version: 'v1.20.0' },
  skaffold: { module: 'github.com/GoogleContainerTools/skaffold/v2', version: 'v2.16.1' },
} satisfies Record<string, { module: string; version: string; command?: string }>;

/** The name of such a tool. */
export type GoTool = keyof typeof tools;

/** Where built tools are kept. */
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'campus-desk/tools');

/**
 * Where a tool is; it is built once for its version, which takes a minute or two.
 * @throws Error where it is not there yet and cannot be built
 */
export function goTool(name: GoTool): string {
  const {
    module,
    version,
    command = name,
  }: { module: string; version: string; command?: string } = tools[name];
  const path = join(cache, `${name}-${version}`);
  if (existsSync(path)) return path;
  const go = findProgram('go');
  if (go === undefined) throw new Error(`${name} ${version} is not there, and neither is Go to build it`);
  process.stdout.write(`Building ${name} ${version} (once) …\n`);
  mkdirSync(dirname(path), { recursive: true });
  const environment = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-trimpath' };
  const run = (options: readonly string[]) =>
    execFileSync(go, options, { cwd: cache, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  const { Dir } = JSON.parse(run(['mod', 'download', '-json', `${module}@${version}`]).toString()) as {
    Dir: string;
  };
  // In its own module: the replacements of dependencies that it was released with count there alone.
  const unfinished = `${path}.${process.pid}`;
  run(['build', '-C', Dir, '-ldflags', '-s -w', '-o', unfinished, `./cmd/${command}`]);
  renameSync(unfinished, path);
  return path;
}

/** Builds what is missing of all tools; whether all are there then. */
export function buildGoTools(): boolean {
  try {
    for (const name of Object.keys(tools) as GoTool[]) goTool(name);
    return true;
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return false;
  }
}
