// Runs the tests of every size and counts them all in the last line: `N passed, M failed, K skipped`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, installPackage } from './machine.ts';
import { buildGoTools } from './go-tools.ts';
import { root } from './setup.js';
import { hasMariadb, testServer } from './test-database.ts';

type Counts = { passed: number; failed: number; skipped: number };

const projects = ['unit', 'integration', 'contract', 'chart', 'page', 'e2e'] as const;
const wanted = process.argv.slice(2);
const strange = wanted.find((name) => !projects.some((project) => project === name));
if (strange !== undefined) {
  process.stderr.write(`There are no tests called ${strange}; there are ${projects.join(', ')}.\n`);
  process.exit(1);
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
};
const skips: string[] = [];

const server = isWanted('integration') ? await testServer() : undefined;
if (server !== undefined) environment.TEST_DATABASE_URL = server.url;
else if (isWanted('integration'))
  skips.push('No MySQL-compatible server: install mariadb-server, or name one by TEST_DATABASE_URL.');
if (isWanted('integration') && !hasMariadb())
  skips.push('No servers of our own, whose roles can be changed: install mariadb-server.');
if (isWanted('integration') && environment.TEST_GROUP_URL === undefined)
  skips.push(
    'No MySQL replication group: name one by TEST_GROUP_URL, as mysql://root@db-0,db-1,db-2/test; ' +
      'the test makes another member the primary.',
  );

const canChart = isWanted('chart') && buildGoTools();
if (isWanted('chart') && !canChart) skips.push('No Go to build Helm and the checks of the chart with.');

if (isWanted('e2e')) {
  const chromium = findChromium() ?? (installPackage('chromium'), findChromium());
  if (chromium !== undefined) environment.CHROMIUM_PATH = chromium;
  else skips.push('No Chromium: install chromium, or name a browser by CHROMIUM_PATH.');
}

try {
  const quick = projects.slice(0, 3).filter(isWanted);
  if (quick.length > 0) await jest(root, ['--selectProjects', ...quick, '--maxWorkers=2']);
  if (canChart) await jest(root, ['--selectProjects', 'chart', '--maxWorkers=2']);
  if (isWanted('page')) await jest(join(root, 'frontend'), ['--maxWorkers=2']);
  if (isWanted('e2e')) await jest(root, ['--selectProjects', 'e2e', '--runInBand']);
} finally {
  await server?.stop();
}

for (const skip of skips) process.stdout.write(`\nSKIPPED, NOT TESTED. ${skip}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 ? 0 : 1);

function isWanted(project: (typeof projects)[number]): boolean {
  return wanted.length === 0 || wanted.includes(project);
}

async function jest(folder: string, options: readonly string[]): Promise<void> {
  const results = mkdtempSync(join(tmpdir(), 'campus-desk-tests-'));
  const file = join(results, 'results.json');
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/jest/bin/jest.js'), ...options, '--json', `--outputFile=${file}`],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: environment },
  );
  await new Promise((resolve) => child.once('close', resolve));
  try {
    const result = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
      numRuntimeErrorTestSuites: number;
    };
    total.passed += result.numPassedTests;
    // A file that cannot even be run holds tests that did not pass.
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    total.skipped += result.numPendingTests + result.numTodoTests;
  } catch {
    // Jest ended without results: it says why above.
    total.failed += 1;
  } finally {
    rmSync(results, { recursive: true });
  }
}
