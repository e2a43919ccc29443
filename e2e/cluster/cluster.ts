import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { interruption, succeed } from './command.ts';

/** What is read of a pod. */
export type Pod = {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  readonly spec: {
    readonly initContainers?: readonly Container[];
    readonly containers: readonly Container[];
  };
  readonly status: {
    readonly phase: string;
    readonly podIP?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly containerStatuses?: readonly { readonly restartCount: number }[];
  };
};

type Container = {
  readonly name: string;
  readonly ports?: readonly { readonly containerPort: number }[];
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
};

/** The answer of the API server. */
export type ApiAnswer = {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is the API's
  readonly body: any;
};

/** The cluster that KUBECONFIG names, asked by kubectl and through its proxy. */
export class Cluster {
  readonly #proxy: ChildProcess;
  readonly #url: string;

  private constructor(proxy: ChildProcess, url: string) {
    this.#proxy = proxy;
    this.#url = url;
  }

  /** Opens a way to the API server. @throws Error when kubectl finds no cluster */
  static async connect(): Promise<Cluster> {
    await succeed('kubectl', ['version']);
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface(proxy.stdout)) {
      const address = /127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address !== undefined) return new Cluster(proxy, `http://${address}`);
    }
    throw new Error('kubectl proxy ended at once');
  }

  /** Closes the way to the API server. */
  close(): void {
    this.#proxy.kill();
  }

  /** Asks the API. @param path from its root, as `/api/v1/namespaces` */
  async ask(method: string, path: string, body?: object): Promise<ApiAnswer> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      signal: interruption.signal,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  /** Reads something that is there. @throws Error when it is not */
  async get(path: string): Promise<ApiAnswer['body']> {
    const { status, body } = await this.ask('GET', path);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Creates an object. @param path of its kind. @throws Error when it is refused */
  async create(path: string, object: object): Promise<void> {
    const { status, body } = await this.ask('POST', path, object);
    if (status !== 201) throw new Error(`${path} answered ${status}: ${body.message}`);
  }

  /** The pods of a namespace, or those with all of the labels. */
  async pods(namespace: string, labels: Readonly<Record<string, string>> = {}): Promise<readonly Pod[]> {
    const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    const query = new URLSearchParams({ labelSelector: selector.join(',') });
    return (await this.get(`/api/v1/namespaces/${namespace}/pods?${query.toString()}`)).items;
  }

  /** What the containers of a pod have logged; nothing of one that has not started. */
  async logs(namespace: string, pod: Pod): Promise<string> {
    const containers = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
    const texts = containers.map(async ({ name }) => {
      const path = `/api/v1/namespaces/${namespace}/pods/${pod.metadata.name}/log?container=${name}`;
      const { status, body } = await this.ask('GET', path);
      return status === 200 ? String(body) : '';
    });
    return (await Promise.all(texts)).join('');
  }

  /** Deletes a pod, as `kubectl delete pod` does. @param graceSeconds 0 kills it; its own grace by default */
  async deletePod(namespace: string, name: string, graceSeconds?: number): Promise<void> {
    const options = graceSeconds === undefined ? undefined : { gracePeriodSeconds: graceSeconds };
    const { status } = await this.ask('DELETE', `/api/v1/namespaces/${namespace}/pods/${name}`, options);
    if (status !== 200) throw new Error(`deleting pod ${name} answered ${status}`);
  }

  /** Runs kubectl; answers its output. @throws Error with its words when it fails */
  kubectl(args: readonly string[], input = ''): Promise<string> {
    return succeed('kubectl', args, { input });
  }

  /** Runs a program in a pod with an input; answers its output. @throws Error with its words when it fails */
  exec(namespace: string, pod: string, command: readonly string[], input = ''): Promise<string> {
    return this.kubectl(['exec', '--stdin', '--namespace', namespace, pod, '--', ...command], input);
  }
}

/** Whether a pod serves and is not about to end. */
export function isReady({ metadata, status }: Pod): boolean {
  if (metadata.deletionTimestamp !== undefined) return false;
  return (
    status.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') === true
  );
}
