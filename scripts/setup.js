// Begins on any Node from 20 on, with nothing installed: built-in modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';

/** The repository's folder. */
export const root = join(import.meta.dirname, '..');

/** The Node that the project pins. */
export const node = join(root, 'node_modules/node/bin/node');

/** Installs what package-lock.json names, unless that was done already. */
export async function install() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(node) && existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs)
    return;
  say('Installing packages (once, about a minute) …');
  const npm = process.env.npm_execpath;
  await (npm === undefined
    ? run('npm', ['ci', '--loglevel=error'])
    : run(process.execPath, [npm, 'ci', '--loglevel=error']));
}

/** Generates the code of the contract, unless it is there for these proto files. */
export async function generate() {
  await unlessDone('proto/gen/.stamp', ['proto/campus', 'proto/buf', 'buf.gen.yaml'], async () => {
    say('Generating the contract …');
    await run(node, ['node_modules/@bufbuild/buf/bin/buf', 'generate']);
  });
}

/** Builds the page, unless it is there for these sources. */
export async function build() {
  const sources = [
    'frontend/src',
    'frontend/public',
    'frontend/angular.json',
    'frontend/ngsw-config.json',
    'frontend/tsconfig.app.json',
    'proto/campus',
    'package-lock.json',
  ];
  await unlessDone('frontend/dist/.stamp', sources, async () => {
    say('Building the page (once, about half a minute) …');
    await run(node, ['../node_modules/@angular/cli/bin/ng.js', 'build'], join(root, 'frontend'));
    await run(node, ['scripts/precompress.js']);
  });
}

/**
 * Runs a program with its output here; ends this one as well when it fails or is stopped.
 * @param {string} command
 * @param {readonly string[]} options
 * @returns {Promise<void>}
 */
export function run(command, options, cwd = root) {
  return new Promise((resolve) => {
    const child = spawn(command, options, { cwd, stdio: 'inherit', env: withPinnedNode() });
    const forget = passSignalsTo(child);
    child.once('exit', (code, signal) => {
      forget();
      if (code === 0) return resolve();
      say(`${[command, ...options].join(' ')} ended with ${signal ?? `exit code ${code}`}.`);
      process.exit(code ?? 1);
    });
  });
}

/** The environment in which `node` means the pinned one, and installed tools are found, as in npm's scripts. */
export function withPinnedNode() {
  const folders = ['node_modules/node/bin', 'node_modules/.bin'].map((folder) => join(root, folder));
  return { ...process.env, PATH: [...folders, process.env.PATH].join(delimiter) };
}

/**
 * Goes on in another program on the pinned Node, and ends as it ends.
 * @param {readonly string[]} options
 */
export function goOn(options) {
  const child = spawn(node, options, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: withPinnedNode(),
  });
  passSignalsTo(child);
  child.once('exit', (code) => process.exit(code ?? 1));
}

/**
 * Lets a program be stopped by whatever stops this one; answers what ends that.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsTo(child) {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => child.kill(signal);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * @param {string} stamp where the digest of the sources is kept that the work was last done for
 * @param {readonly string[]} sources
 * @param {() => Promise<void>} work
 */
async function unlessDone(stamp, sources, work) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(root, source)))) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  const digest = hash.digest('hex');
  const path = join(root, stamp);
  if (existsSync(path) && readFileSync(path, 'utf8') === digest) return;
  await work();
  writeFileSync(path, digest);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
