import { memoryOptions } from '@campus-desk/analysis/memory';
import { describe, expect, test } from '@jest/globals';
import { goldens, objects, render, type KubernetesObject } from '../../scripts/chart.ts';

type Container = {
  name: string;
  image: string;
  env?: { name: string; value?: string }[];
  ports?: { name: string; containerPort: number }[];
  [field: string]: unknown;
};
type PodSpec = { containers: Container[]; initContainers?: Container[]; [field: string]: unknown };
type Labels = Record<string, string>;
type Template = { template?: { metadata: { labels: Labels }; spec: PodSpec } };
type Schedule = { jobTemplate: { spec: Required<Template> } };
type Policy = {
  podSelector: { matchLabels: Labels };
  policyTypes: string[];
  ingress?: { from?: { podSelector?: { matchLabels: Labels } }[]; ports: { port: number | string }[] }[];
  egress?: { to?: { podSelector?: { matchLabels: Labels } }[]; ports: { port: number | string }[] }[];
};

const component = 'app.kubernetes.io/component';

/** The pods that an object makes, with their labels. */
function podOf(object: KubernetesObject): { labels: Labels; spec: PodSpec } | undefined {
  const { kind, metadata, spec } = object as KubernetesObject & { spec?: PodSpec & Template & Schedule };
  if (kind === 'Pod') return { labels: { ...metadata.labels }, spec: spec! };
  const template = kind === 'CronJob' ? spec!.jobTemplate.spec.template : spec?.template;
  return template && { labels: template.metadata.labels, spec: template.spec };
}

type OfKind<Spec> = KubernetesObject & { spec: Spec };

const isOf = (kind: string) => (object: KubernetesObject) => object.kind === kind;

const matches = (selector: Labels, labels: Labels) =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

describe.each(Object.entries(goldens))('with the %s values', (_name, files) => {
  const all = objects(render(files));
  const pods = all.flatMap((object) => podOf(object) ?? []);
  const containers = pods.flatMap(({ spec }) => [...spec.containers, ...(spec.initContainers ?? [])]);
  const running = all.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
  const policies = all.filter(isOf('NetworkPolicy')) as OfKind<Policy>[];

  test('every pod is restricted', () => {
    for (const { spec } of pods)
      expect(spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
      });
    for (const { spec } of pods)
      for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) expect(spec).not.toHaveProperty(field);
  });

  test('every container is restricted, bounded, and of a fixed version', () => {
    for (const container of containers) {
      expect(container).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: {
          requests: { cpu: expect.anything(), memory: expect.anything() },
          limits: { cpu: expect.anything(), memory: expect.anything() },
        },
      });
      expect(container.image).toMatch(/:[^:/]+$/);
      expect(container.image).not.toMatch(/:latest$/);
    }
  });

  test.each(['backlog', 'resolution', 'workload'])('%s keeps little garbage', (name) => {
    const [own] = containers.filter((container) => container.name === name);
    expect(own!.env).toContainEqual({ name: 'NODE_OPTIONS', value: memoryOptions });
  });

  test('every container that goes on running has all three probes', () => {
    for (const object of running)
      for (const container of podOf(object)!.spec.containers)
        expect(container).toMatchObject({
          startupProbe: expect.anything(),
          livenessProbe: expect.anything(),
          readinessProbe: expect.anything(),
        });
  });

  test('no environment holds a password', () => {
    for (const { env = [] } of containers)
      for (const { name, value = '' } of env) {
        expect(value).not.toMatch(/:\/\/[^/@]*:[^/@]*@/);
        if (/PASSWORD|SECRET|TOKEN/.test(name)) expect(name).toMatch(/_FILE$/);
      }
  });

  test('every Service finds pods and names a port of theirs, and every pod with a Service has a policy of its own', () => {
    const services = all.filter(isOf('Service')) as OfKind<{
      selector: Labels;
      ports: { targetPort: string }[];
    }>[];
    expect(services.length).toBeGreaterThanOrEqual(5);
    for (const { spec } of services) {
      const found = pods.filter(({ labels }) => matches(spec.selector, labels));
      expect(found).toHaveLength(1);
      const ports = found[0]!.spec.containers.flatMap((container) => container.ports ?? []);
      for (const { targetPort } of spec.ports) expect(ports.map(({ name }) => name)).toContain(targetPort);
      expect(policies.map((policy) => policy.spec.podSelector.matchLabels)).toContainEqual(spec.selector);
    }
  });

  test('everything is denied that no policy allows, for every pod', () => {
    const deny = policies.find(({ metadata }) => metadata.name === 'desk-default-deny')!;
    expect(deny.spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(deny.spec.ingress).toBeUndefined();
    for (const { labels } of pods) expect(matches(deny.spec.podSelector.matchLabels, labels)).toBe(true);
  });

  test('who may call whom is what the design draws', () => {
    const allowed = policies.flatMap(({ spec }) => {
      const callee = spec.podSelector.matchLabels[component];
      return (spec.ingress ?? []).flatMap(({ from = [{}], ports }) =>
        from.flatMap(({ podSelector }) =>
          ports
            .filter(({ port }) => port !== 'metrics')
            .map(() => `${podSelector?.matchLabels[component] ?? 'others'} -> ${callee}`),
        ),
      );
    });
    const bundled = all.some(({ kind }) => kind === 'StatefulSet');
    const door = files.includes('values-production.yaml' as never)
      ? ['journey -> gateway', 'others -> gateway']
      : ['others -> gateway'];
    expect(allowed.sort()).toEqual(
      [
        ...door,
        ...['backlog', 'resolution', 'tickets', 'workload'].map((callee) => `gateway -> ${callee}`),
        ...['backlog', 'resolution', 'workload'].map((caller) => `${caller} -> tickets`),
        ...(bundled ? ['backup', 'migrate', 'restore', 'tickets'].map((client) => `${client} -> mysql`) : []),
      ].sort(),
    );
  });

  test('whoever may be called may be reached: each way in has its way out', () => {
    const callers: [string, string][] = [
      ...(['backlog', 'resolution', 'tickets', 'workload'] as const).map(
        (name) => ['gateway', name] as [string, string],
      ),
      ...(['backlog', 'resolution', 'workload'] as const).map(
        (name) => [name, 'tickets'] as [string, string],
      ),
    ];
    for (const [caller, callee] of callers) {
      const out = policies.filter(({ spec }) => spec.podSelector.matchLabels[component] === caller);
      const targets = out.flatMap(({ spec }) =>
        (spec.egress ?? []).flatMap(({ to = [] }) =>
          to.map(({ podSelector }) => podSelector?.matchLabels[component]),
        ),
      );
      expect(targets).toContain(callee);
    }
  });

  test('every service has its budget, and an autoscaler or a number of replicas, not both', () => {
    const deployments = all.filter(isOf('Deployment')) as OfKind<{ replicas?: number }>[];
    const scaled = (
      all.filter(isOf('HorizontalPodAutoscaler')) as OfKind<{ scaleTargetRef: { name: string } }>[]
    ).map(({ spec }) => spec.scaleTargetRef.name);
    const budgets = (all.filter(isOf('PodDisruptionBudget')) as OfKind<unknown>[]).map(
      ({ metadata }) => metadata.name,
    );
    for (const { metadata, spec } of deployments) {
      expect(budgets).toContain(metadata.name);
      expect(spec.replicas === undefined).toBe(scaled.includes(metadata.name));
    }
  });
});

test('an analysis service more is one entry of values', () => {
  const signOn = 'singleSignOn.service=proxy';
  const entry = [
    'services.satisfaction.calls[0]=tickets',
    'services.satisfaction.staffPaths[0]=/campus.analysis.v1.SatisfactionService',
  ];
  const before = objects(render(['values-production.yaml'], { set: [signOn] }));
  const after = objects(render(['values-production.yaml'], { set: [signOn, ...entry] }));
  const named = (all: readonly KubernetesObject[]) =>
    all.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(named(after).filter((name) => !named(before).includes(name))).toEqual(
    expect.arrayContaining(
      [
        'Deployment',
        'Service',
        'ServiceAccount',
        'NetworkPolicy',
        'PodDisruptionBudget',
        'HorizontalPodAutoscaler',
      ].map((kind) => `${kind} desk-satisfaction`),
    ),
  );
  const gateway = after.find(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'desk-gateway',
  )!;
  expect(podOf(gateway)!.spec.containers[0]!.env).toContainEqual({
    name: 'SATISFACTION_ADDRESS',
    value: 'desk-satisfaction:50051',
  });
  const [route] = after.filter(isOf('HTTPRoute')) as OfKind<{ rules: unknown[] }>[];
  expect(JSON.stringify(route!.spec.rules)).toContain('/campus.analysis.v1.SatisfactionService');
});

test("single sign-on stands before the helpdesk's paths, and before no others", () => {
  const [route] = objects(render(['values-production.yaml', 'examples/single-sign-on-route.yaml'])).filter(
    isOf('HTTPRoute'),
  ) as OfKind<{
    rules: { matches: { path: { value: string } }[]; backendRefs: { name: string }[] }[];
  }>[];
  const paths = route!.spec.rules.flatMap(({ matches: given, backendRefs }) =>
    given.map(({ path }) => [path.value, backendRefs[0]!.name] as const),
  );
  expect(Object.fromEntries(paths)).toEqual({
    '/campus.analysis.v1.BacklogService': 'oauth2-proxy',
    '/campus.analysis.v1.ResolutionService': 'oauth2-proxy',
    '/campus.analysis.v1.WorkloadService': 'oauth2-proxy',
    '/campus.helpdesk.v1.HelpdeskService': 'oauth2-proxy',
    '/console': 'oauth2-proxy',
    '/': 'desk-gateway',
  });
});
