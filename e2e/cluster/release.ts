import { join } from 'node:path';
import { isReady, type Cluster, type Pod } from './cluster.ts';
import { run, succeed, type Ended } from './command.ts';
import type { Settings } from './settings.ts';
import { until } from './until.ts';

const chart = join(import.meta.dirname, '../../helm/campus-desk');

/** The services of the desk. */
export const services = ['tickets', 'backlog', 'resolution', 'workload', 'gateway'] as const;

export type Service = (typeof services)[number];

/** Values of the chart by their path, as `--set-string` or `--set` takes them. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** A release of the chart, with trial values. */
export class Release {
  readonly name: string;
  readonly namespace: string;
  readonly #cluster: Cluster;
  readonly #settings: Settings;

  constructor(cluster: Cluster, settings: Settings, namespace: string, name: string) {
    this.#cluster = cluster;
    this.#settings = settings;
    this.namespace = namespace;
    this.name = name;
  }

  /** Installs it and waits until it is ready. @throws Error when that fails */
  async install(values: Values = {}): Promise<void> {
    await this.#helm(['install', this.name, chart, ...this.#values(values), '--wait', '--timeout=10m']);
  }

  /** Upgrades it to these values over its first ones, and waits. @throws Error when that fails */
  async upgrade(values: Values = {}): Promise<void> {
    const { code, errors } = await this.tryUpgrade(values, '10m');
    if (code !== 0) throw new Error(`helm upgrade: ${errors}`);
  }

  /** Upgrades it, however that ends. @param timeout as helm takes it */
  tryUpgrade(values: Values, timeout: string): Promise<Ended> {
    const args = ['upgrade', this.name, chart, ...this.#values(values), '--wait', `--timeout=${timeout}`];
    return run(this.#settings.helm, [...args, '--namespace', this.namespace]);
  }

  /** Renders the chart, however that ends. */
  render(args: readonly string[], name = this.name): Promise<Ended> {
    return run(this.#settings.helm, ['template', name, chart, ...this.#values({}), ...args]);
  }

  /** Goes back to the revision before, and waits. */
  async rollback(): Promise<void> {
    await this.#helm(['rollback', this.name, '--wait', '--timeout=10m']);
  }

  /** Runs the chart's own test. */
  async test(): Promise<void> {
    await this.#helm(['test', this.name, '--timeout=5m']);
  }

  /** Removes it; what the chart keeps stays. */
  async uninstall(): Promise<void> {
    await this.#helm(['uninstall', this.name, '--wait', '--timeout=5m']);
  }

  /** What Helm knows of it: its manifest. */
  manifest(): Promise<string> {
    return this.#helm(['get', 'manifest', this.name]);
  }

  /** The labels of the pods of a part. */
  labels(part: string): Readonly<Record<string, string>> {
    return {
      'app.kubernetes.io/name': 'campus-desk',
      'app.kubernetes.io/instance': this.name,
      'app.kubernetes.io/component': part,
    };
  }

  /** The pods of a part, those that are ending too. */
  pods(part: string): Promise<readonly Pod[]> {
    return this.#cluster.pods(this.namespace, this.labels(part));
  }

  /** The pods of all five services, those that are ending too. */
  async servicePods(): Promise<readonly Pod[]> {
    return (await Promise.all(services.map((service) => this.pods(service)))).flat();
  }

  /** Waits until a service has exactly this number of pods, all of them ready. Answers them. */
  settle(part: string, count: number): Promise<readonly Pod[]> {
    return until(`${count} ready pods of ${part}, and no others`, 180, async () => {
      const pods = await this.pods(part);
      return pods.length === count && pods.every(isReady) ? pods : undefined;
    });
  }

  /** Waits until every service has exactly this number of pods, all of them ready. */
  async settleAll(count: number): Promise<readonly Pod[]> {
    return (await Promise.all(services.map((service) => this.settle(service, count)))).flat();
  }

  #helm(args: readonly string[]): Promise<string> {
    return succeed(this.#settings.helm, [...args, '--namespace', this.namespace]);
  }

  #values(values: Values): string[] {
    const { registry, tag, mysqlImage } = this.#settings;
    const all: Values = {
      'image.registry': registry,
      'image.tag': tag,
      // One pod here speaks for many people.
      'services.gateway.env.RATE_LIMIT': 'off',
      ...(mysqlImage !== undefined && { 'mysql.image': mysqlImage }),
      ...values,
    };
    const sets = Object.entries(all).map(([path, value]) =>
      typeof value === 'string' ? `--set-string=${path}=${value}` : `--set=${path}=${value}`,
    );
    return [`--values=${join(chart, 'values-trial.yaml')}`, ...sets];
  }
}
