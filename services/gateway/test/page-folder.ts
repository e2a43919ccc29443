import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What the page of the tests says. */
export const page = '<!doctype html><title>Campus Desk</title>';

/** Makes a folder with a small built page. */
export async function pageFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'campus-page-'));
  const script = `console.log("${'the page '.repeat(200)}")`;
  await mkdir(join(folder, 'media'));
  await Promise.all([
    writeFile(join(folder, 'index.html'), page),
    writeFile(join(folder, 'index.html.br'), brotliCompressSync(page)),
    writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    writeFile(join(folder, 'chunk-2DdOzk_-.js'), script),
    writeFile(join(folder, 'main-2WKGNCMZ.js'), script),
    writeFile(join(folder, 'main-2WKGNCMZ.js.br'), brotliCompressSync(script)),
    writeFile(join(folder, 'main-2WKGNCMZ.js.gz'), gzipSync(script)),
    writeFile(join(folder, 'scheme.js'), '0;'),
    writeFile(join(folder, 'manifest.webmanifest'), '{}'),
    writeFile(join(folder, 'ngsw.json'), '{}'),
    writeFile(join(folder, 'ngsw-worker.js'), '0;'),
  ]);
  return folder;
}
