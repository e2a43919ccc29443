// `npm run chart`: writes what is made from the chart: the manifests in k8s/rendered, and the README's table of values.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chart, goldenFile, goldens, render } from './chart.ts';
import { goTool } from './go-tools.ts';

for (const name of Object.keys(goldens) as (keyof typeof goldens)[])
  writeFileSync(goldenFile(name), render(goldens[name]));
execFileSync(goTool('helm-docs'), ['--chart-search-root', chart, '--sort-values-order', 'file'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
