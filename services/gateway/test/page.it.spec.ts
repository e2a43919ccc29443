import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startLoneGateway, type LoneGateway } from './lone-gateway.ts';
import { page } from './page-folder.ts';

let gateway: LoneGateway;

beforeAll(async () => {
  gateway = await startLoneGateway({});
});
afterAll(() => gateway.close());

/** Asks without a browser's or fetch's own ideas of paths and encodings. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(gateway.url);
      const call = request({ hostname, port, path, headers, method }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }),
        );
      });
      call.once('error', reject).end();
    },
  );

describe('the page', () => {
  it.each(['/', '/portal', '/console/tickets/12?text=wifi', '/analysis/', '/index.html'])(
    'answers %s',
    async (path) => {
      const { status, headers, bytes } = await get(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(headers['cache-control']).toBe('no-cache');
      expect(String(bytes)).toBe(page);
    },
  );

  it('answers HEAD as GET, without the page', async () => {
    const { status, headers, bytes } = await get('/portal', {}, 'HEAD');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(bytes).toHaveLength(0);
  });

  it.each([
    ['GET', '/nothing.js'],
    ['GET', '/deep/nothing-2WKGNCMZ.js'],
    ['GET', '/campus.portal.v1.PortalService'],
    ['GET', '/campus.portal.v1.PortalService/Nothing'],
    ['POST', '/campus.tickets.v1.FeedService/Follow'],
    ['POST', '/portal'],
    ['GET', '/..%2f..%2fpackage.json'],
  ])('is not the answer to %s %s', async (method, path) => {
    const { status, bytes } = await get(path, {}, method);
    expect(status).toBe(404);
    expect(JSON.parse(String(bytes))).toMatchObject({
      code: 'unimplemented',
      details: [{ type: 'google.rpc.ErrorInfo', debug: { reason: 'UNIMPLEMENTED' } }],
    });
  });

  it.each([
    ['/%', 400],
    ['//', 403],
    ['//evil.example:99999', 403],
    ['/../package.json', 403],
  ])('refuses a path that is none: %s', async (path, expected) => {
    const { status, bytes } = await get(path);
    expect(status).toBe(expected);
    expect(JSON.parse(String(bytes))).toMatchObject({
      code: 'invalid_argument',
      details: [{ debug: { reason: 'INVALID_ARGUMENT' } }],
    });
  });
});

describe('its files', () => {
  it.each([
    ['/main-2WKGNCMZ.js', 'public, max-age=31536000, immutable'],
    ['/chunk-2DdOzk_-.js', 'public, max-age=31536000, immutable'],
    ['/scheme.js', 'no-cache'],
    ['/favicon.svg', 'no-cache'],
    ['/ngsw-worker.js', 'no-cache'],
    ['/ngsw.json?ngsw-cache-bust=0.5', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/', 'no-cache'],
  ])('%s may be kept as its name allows', async (path, expected) => {
    expect((await get(path)).headers['cache-control']).toBe(expected);
  });

  it.each([
    ['/ngsw-worker.js', 'application/javascript'],
    ['/ngsw.json', 'application/json'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/favicon.svg', 'image/svg+xml'],
  ])('%s comes as %s', async (path, type) => {
    expect((await get(path)).headers['content-type']?.toString().split(';')[0]).toBe(type);
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip;q=0, br;q=0.5', 'br', brotliDecompressSync],
  ] as const)('come compressed for %s', async (accepted, encoding, decompress) => {
    const plain = await get('/main-2WKGNCMZ.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const compressed = await get('/main-2WKGNCMZ.js', { 'accept-encoding': accepted });
    expect(compressed.headers['content-encoding']).toBe(encoding);
    expect(compressed.headers['content-type']).toBe(plain.headers['content-type']);
    expect(compressed.headers['cache-control']).toBe(plain.headers['cache-control']);
    expect(compressed.headers.vary).toMatch(/accept-encoding/i);
    expect(decompress(compressed.bytes)).toEqual(plain.bytes);
  });

  it('come as they are where there is no compressed one', async () => {
    const { status, headers } = await get('/scheme.js', { 'accept-encoding': 'br, gzip' });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('compress the page of a deep route too', async () => {
    const { headers, bytes } = await get('/portal/12', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(String(brotliDecompressSync(bytes))).toBe(page);
  });
});

describe('security headers', () => {
  it.each(['/', '/main-2WKGNCMZ.js', '/nothing.js', '/healthz'])('stand on %s', async (path) => {
    const { headers } = await get(path);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain("script-src 'unsafe");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('stand on the answers to calls', async () => {
    const { headers, status } = await get(
      '/campus.portal.v1.PortalService/GetTicket',
      { 'content-type': 'application/json' },
      'POST',
    );
    expect(status).toBe(400);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
