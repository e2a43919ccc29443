import { expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart, goldens, render } from '../../scripts/chart.ts';
import { goTool } from '../../scripts/go-tools.ts';
import { root } from '../../scripts/setup.js';

/** Every set of values that the repository offers, by name. */
const sets: Readonly<Record<string, readonly string[]>> = {
  ...goldens,
  dev: ['values-trial.yaml', 'values-dev.yaml'],
  'single sign-on by a route': ['values-production.yaml', 'examples/single-sign-on-route.yaml'],
  'single sign-on by an Ingress': ['examples/single-sign-on-ingress.yaml'],
};

/** What kube-score is not asked for, and why. */
const unasked = {
  // The registry's immutable tags are what makes a version; pulling again on each start only costs an outage of it.
  'container-image-pull-policy': 'all',
  // The topology spread constraints say the same, and go on where there is one node.
  'deployment-has-host-podantiaffinity': 'all',
  // A trial runs everything once.
  'deployment-replicas': 'trial',
} as const;

test.each(Object.entries(sets))('helm lint --strict finds nothing with the values: %s', (_name, files) => {
  const values = files.flatMap((file) => ['--values', join(chart, file)]);
  const { status, stdout } = spawnSync(goTool('helm'), ['lint', '--strict', chart, ...values], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('0 chart(s) failed') });
});

test.each([
  ...Object.entries(sets).map(([name, files]) => [name, () => render(files)] as const),
  ['of the namespace', () => readFileSync(join(root, 'k8s/namespace.yaml'), 'utf8')] as const,
  ['of skaffold verify', () => readFileSync(join(root, 'k8s/verify.yaml'), 'utf8')] as const,
])('the kinds know every field of the manifest: %s', (_name, manifest) => {
  const location = join(root, 'k8s/schemas/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json');
  const { status, stdout } = spawnSync(
    goTool('kubeconform'),
    ['-strict', '-summary', '-schema-location', location],
    { input: manifest(), encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringContaining('Invalid: 0, Errors: 0, Skipped: 0'),
  });
});

test('kubeconform is strict: a field that no kind has is found', () => {
  const location = join(root, 'k8s/schemas/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json');
  const { status } = spawnSync(goTool('kubeconform'), ['-strict', '-schema-location', location], {
    input: render([]).replace('enableServiceLinks:', 'enableServiceLink:'),
  });
  expect(status).toBe(1);
});

test.each(Object.keys(goldens) as (keyof typeof goldens)[])('kube-score finds nothing in %s', (name) => {
  const ignored = Object.entries(unasked).filter(([, set]) => set === 'all' || set === name);
  const { status, stdout } = spawnSync(
    goTool('kube-score'),
    [
      'score',
      '--exit-one-on-warning',
      '--output-format=ci',
      ...ignored.flatMap(([check]) => ['--ignore-test', check]),
      '-',
    ],
    { input: render(goldens[name]), encoding: 'utf8' },
  );
  const findings = stdout.split('\n').filter((line) => /^\[(WARNING|CRITICAL)\]/.test(line));
  expect({ findings, status }).toEqual({ findings: [], status: 0 });
});

test.each([
  // What Docker builds is looked up in a registry; the builder of one's own is not.
  ['own-builder', []],
  ['production', ['--yaml-only']],
  ['debug', ['--yaml-only']],
])('skaffold diagnose understands the profile %s', (profile, options) => {
  const output = execFileSync(goTool('skaffold'), ['diagnose', '--profile', profile, ...options], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SKAFFOLD_UPDATE_CHECK: 'false', SKAFFOLD_INTERACTIVE: 'false' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(output).toContain('image: campus-desk/tickets');
});
