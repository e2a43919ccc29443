import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chart, goldenFile, goldens, objects, render } from '../../scripts/chart.ts';
import { goTool } from '../../scripts/go-tools.ts';

const names = Object.keys(goldens) as (keyof typeof goldens)[];

test.each(names)('the manifest of the %s values is the one in k8s/rendered (else: npm run chart)', (name) => {
  expect(render(goldens[name])).toBe(readFileSync(goldenFile(name), 'utf8'));
});

test.each(names)('Helm 3 renders the %s values alike', (name) => {
  expect(objects(render(goldens[name], { helm: 'helm3' }))).toEqual(objects(render(goldens[name])));
});

test("the README's table of values is made from values.yaml (else: npm run chart)", () => {
  const folder = mkdtempSync(join(tmpdir(), 'campus-desk-chart-'));
  try {
    cpSync(chart, folder, { recursive: true });
    execFileSync(goTool('helm-docs'), ['--chart-search-root', folder, '--sort-values-order', 'file'], {
      stdio: 'ignore',
    });
    expect(readFileSync(join(chart, 'README.md'), 'utf8')).toBe(
      readFileSync(join(folder, 'README.md'), 'utf8'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
