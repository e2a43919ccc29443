import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReady, type Cluster } from './cluster.ts';
import type { Release } from './release.ts';
import type { Settings } from './settings.ts';
import { until } from './until.ts';

const inside = join(import.meta.dirname, 'inside');

/** Where Node is in the images of the services. */
export const node = '/nodejs/bin/node';

type Place = {
  readonly namespace: string;
  /** The name of the pod. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The address of the desk it calls. */
  readonly deskUrl: string;
};

/** A pod of the run, with the gateway's image, that runs the programs of `inside/`. */
export class Caller {
  readonly namespace: string;
  readonly name: string;
  readonly #cluster: Cluster;

  private constructor(cluster: Cluster, { namespace, name }: Place) {
    this.#cluster = cluster;
    this.namespace = namespace;
    this.name = name;
  }

  /** Starts a pod that the policies of a release let reach its gateway. */
  static forRelease(cluster: Cluster, settings: Settings, release: Release): Promise<Caller> {
    return Caller.start(cluster, settings, {
      namespace: release.namespace,
      name: `caller-of-${release.name}`,
      labels: release.labels('journey'),
      deskUrl: `http://${release.name}-gateway.${release.namespace}.svc`,
    });
  }

  /** Starts a pod and waits until it runs. */
  static async start(cluster: Cluster, settings: Settings, place: Place): Promise<Caller> {
    const { namespace, name } = place;
    const files = readdirSync(inside).map((file) => [file, readFileSync(join(inside, file), 'utf8')]);
    await cluster.create(`/api/v1/namespaces/${namespace}/configmaps`, {
      metadata: { name },
      data: { ...Object.fromEntries(files), 'package.json': '{ "type": "module" }' },
    });
    await cluster.create(`/api/v1/namespaces/${namespace}/pods`, callerPod(settings, place));
    await until(`pod ${name} runs`, 120, async () => {
      const [pod] = (await cluster.pods(namespace)).filter(({ metadata }) => metadata.name === name);
      return pod !== undefined && isReady(pod) ? pod : undefined;
    });
    return new Caller(cluster, place);
  }

  /**
   * Runs a program of `inside/`; answers what it wrote, as JSON.
   * @throws Error with its words when it fails
   */
  async run<T>(program: string, input: unknown = null): Promise<T> {
    const command = [node, `/inside/${program}`];
    return JSON.parse(
      await this.#cluster.exec(this.namespace, this.name, command, JSON.stringify(input)),
    ) as T;
  }

  /** The arguments by which kubectl runs a program of `inside/` in the pod. */
  execArguments(program: string): readonly string[] {
    return ['exec', '--stdin', '--namespace', this.namespace, this.name, '--', node, `/inside/${program}`];
  }
}

function callerPod({ registry, tag }: Settings, { name, labels, deskUrl }: Place): object {
  const prefix = registry === '' ? '' : `${registry.replace(/\/$/, '')}/`;
  return {
    metadata: { name, labels },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 1,
      securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'caller',
          image: `${prefix}campus-desk/gateway:${tag}`,
          imagePullPolicy: 'IfNotPresent',
          args: ['--eval', 'setInterval(() => {}, 1_000_000)'],
          env: [{ name: 'DESK_URL', value: deskUrl }],
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          resources: { limits: { cpu: '1', memory: '384Mi' }, requests: { cpu: '50m', memory: '96Mi' } },
          volumeMounts: [{ name: 'inside', mountPath: '/inside', readOnly: true }],
        },
      ],
      volumes: [{ name: 'inside', configMap: { name } }],
    },
  };
}
