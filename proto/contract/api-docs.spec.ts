import { fromJsonString, type DescMethod } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { docsFile } from '../../scripts/contract-files.ts';
import { post } from '../../services/gateway/test/json-calls.ts';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { generatedFiles, services } from './proto-files.ts';

const root = join(import.meta.dirname, '../..');
const docs = readFileSync(docsFile, 'utf8');
const printed = 'http://localhost:8080';

/** The commands of the documentation, by the RPC that each calls, as `campus.portal.v1.PortalService/GetTicket`. */
const commands = new Map(
  [...docs.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, command]) => [
    new RegExp(`${printed}/(\\S+)`).exec(command!)![1]!,
    command!,
  ]),
);
const rpcs = [...services].flatMap(([service, definition]) =>
  Object.keys(definition).map((name) => `${service}/${name}`),
);

/** How a command ended, and what it printed. */
type Ended = { readonly exit: number | null; readonly status: string; readonly output: Buffer };

let desk: WholeDesk;
let curlHome: string;
let methods: ReadonlyMap<string, DescMethod>;
let ended: ReadonlyMap<string, Ended>;

/** Runs a command as it is printed; curl tells the HTTP status on standard error. */
async function run(command: string): Promise<Ended> {
  const child = spawn('sh', ['-c', command.replace(printed, desk.url)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CURL_HOME: curlHome },
  });
  const [output, status, [exit]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exit, status, output };
}

beforeAll(async () => {
  curlHome = await mkdtemp(join(tmpdir(), 'campus-curl-'));
  await writeFile(join(curlHome, '.curlrc'), 'write-out = "%{stderr}%{http_code}"\n');
  const files = await generatedFiles();
  const all = files.flatMap((file) => file.services).flatMap((service) => service.methods);
  methods = new Map(all.map((method) => [`${method.parent.typeName}/${method.name}`, method]));
  desk = await startWholeDesk({}, { demo: true });
  // All at once: none depends on what another did.
  ended = new Map(
    await Promise.all([...commands].map(async ([rpc, command]) => [rpc, await run(command)] as const)),
  );
});
afterAll(async () => {
  await desk.close();
  await rm(curlHome, { recursive: true });
});

/** The messages of a stream as Connect writes it, and how it ended, if it did. */
function messagesOf(output: Buffer): { messages: string[]; end: string | undefined } {
  const messages: string[] = [];
  let end: string | undefined;
  for (let at = 0; at + 5 <= output.length;) {
    const next = at + 5 + output.readUInt32BE(at + 1);
    const json = output.toString('utf8', at + 5, next);
    if (output[at] === 2) end = json;
    else if (next <= output.length) messages.push(json);
    at = next;
  }
  return { messages, end };
}

describe('a command of docs/api.md', () => {
  it('is there for every RPC but those that the gateway does not offer', async () => {
    const without = rpcs.filter((rpc) => !commands.has(rpc));
    expect([...commands.keys(), ...without].sort()).toEqual([...rpcs].sort());
    for (const rpc of without) expect((await post(desk.url, rpc)).status).toBe(404);
  });

  it.each([...commands.keys()])('works as printed: %s', (rpc) => {
    const method = methods.get(rpc)!;
    const { exit, status, output } = ended.get(rpc)!;
    expect({ rpc, status }).toEqual({ rpc, status: '200' });
    const answers = [output.toString()];
    if (method.methodKind === 'server_streaming') {
      const { messages, end } = messagesOf(output);
      // curl's own word for the time that is up.
      expect([exit, end]).toEqual(end === undefined ? [28, undefined] : [0, '{}']);
      answers.splice(0, 1, ...messages);
    } else expect(exit).toBe(0);
    expect(answers.length).toBeGreaterThanOrEqual(1);
    // Refuses what is no such message.
    for (const answer of answers) expect(() => fromJsonString(method.output, answer)).not.toThrow();
  });
});

it('docs/api.md lists just the reasons that the services give', () => {
  const sources = globSync('services/*/src/**/*.ts', { cwd: root }).filter(
    (name) => !name.endsWith('.spec.ts'),
  );
  const given = sources.flatMap((name) =>
    [
      ...readFileSync(join(root, name), 'utf8').matchAll(
        /(?:new RpcError\(\s*[\w.]+,\s*|reason: )'([A-Z_]+)'/g,
      ),
    ].map(([, reason]) => reason),
  );
  const listed = [...docs.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, reason]) => reason);
  expect(listed.length).toBeGreaterThan(10);
  expect([...listed].sort()).toEqual([...new Set(given)].sort());
});
