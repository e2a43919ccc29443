import { Caller } from '../caller.ts';
import type { Cluster } from '../cluster.ts';
import { services, type Release } from '../release.ts';
import { check } from '../report.ts';
import type { Stage } from '../stage.ts';

/** Ports that are tried at every pod and Service, beside those that a pod names. */
const usualPorts = [80, 3306, 8080, 9464, 50051];

/** Strangers, in another namespace and in the desk's own, find no way in but the gateway's. */
export async function network({ cluster, settings, namespaces, desk }: Stage): Promise<void> {
  await desk.settleAll(1);
  const elsewhere = `${settings.prefix}-stranger`;
  await namespaces.makeOpen(elsewhere);
  const name = 'stranger';
  const place = { name, labels: { app: name }, deskUrl: 'http://nowhere.invalid' };
  const strangers = [
    ['another namespace', await Caller.start(cluster, settings, { ...place, namespace: elsewhere })],
    ['the same namespace', await Caller.start(cluster, settings, { ...place, namespace: desk.namespace })],
  ] as const;
  const policies = `/apis/networking.k8s.io/v1/namespaces/${desk.namespace}/networkpolicies`;
  await cluster.create(policies, {
    metadata: { name },
    spec: { podSelector: { matchLabels: { app: name } }, policyTypes: ['Egress'], egress: [{}] },
  });

  const { targets, allowed } = await doors(cluster, desk);
  for (const [where, stranger] of strangers) {
    const open = await stranger.run<string[]>('reach.ts', targets);
    const isAsAllowed = JSON.stringify(open.toSorted()) === JSON.stringify(allowed.toSorted());
    check(
      `a stranger in ${where} tries ${targets.length} ports of every pod and Service`,
      isAsAllowed ? `${open.length} open, all of them the gateway's http` : `open: ${open.join(', ')}`,
      isAsAllowed,
    );
    await cluster.deletePod(stranger.namespace, name);
  }
  await cluster.ask('DELETE', `${policies}/${name}`);
}

/** Everything that could be connected to, and what of it may be: the gateway's http, by its pods and its Service. */
async function doors(cluster: Cluster, desk: Release): Promise<{ targets: string[]; allowed: string[] }> {
  const targets = new Set<string>();
  const allowed: string[] = [];
  for (const part of [...services, 'mysql']) {
    const host = `${desk.name}-${part}.${desk.namespace}.svc.cluster.local`;
    const service = await cluster.get(`/api/v1/namespaces/${desk.namespace}/services/${desk.name}-${part}`);
    const addresses = [host, service.spec.clusterIP as string].filter((address) => address !== 'None');
    if (part === 'gateway') allowed.push(...addresses.map((address) => `${address}:80`));
    for (const pod of await desk.pods(part)) {
      const address = String(pod.status.podIP);
      const ports = pod.spec.containers.flatMap((container) => container.ports ?? []);
      for (const { containerPort } of ports) targets.add(`${address}:${containerPort}`);
      if (part === 'gateway') allowed.push(`${address}:8080`);
      addresses.push(address);
    }
    for (const address of addresses) for (const port of usualPorts) targets.add(`${address}:${port}`);
  }
  return { targets: [...targets], allowed };
}
