import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { run } from './command.ts';
import { say } from './report.ts';

const recipe = join(import.meta.dirname, '../../k8s/namespace.yaml');

/** The namespaces that the run has made. */
export class Namespaces {
  readonly #cluster: Cluster;
  readonly #made: string[] = [];

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Makes a namespace for desks, by k8s/namespace.yaml. */
  async makeForDesks(name: string): Promise<void> {
    this.#made.push(name);
    const objects = readFileSync(recipe, 'utf8').replaceAll(
      /^( *name(?:space)?:) campus-desk$/gm,
      `$1 ${name}`,
    );
    await this.#cluster.kubectl(['create', '--filename', '-'], objects);
    say(`namespace ${name}`);
  }

  /** Makes a namespace without any policy. */
  async makeOpen(name: string): Promise<void> {
    this.#made.push(name);
    await this.#cluster.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    });
    say(`namespace ${name}`);
  }

  /** Removes them all with everything in them, also when the run was interrupted. */
  async removeAll(): Promise<void> {
    if (this.#made.length === 0) return;
    say(`removing ${this.#made.join(', ')}`);
    const { signal } = new AbortController();
    const args = ['delete', 'namespace', ...this.#made, '--ignore-not-found', '--timeout=5m'];
    const { code, errors } = await run('kubectl', args, { signal });
    if (code !== 0) throw new Error(`not all is removed: ${errors}`);
  }
}
