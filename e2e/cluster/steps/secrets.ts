import { node } from '../caller.ts';
import { services } from '../release.ts';
import { check } from '../report.ts';
import type { Stage } from '../stage.ts';

/** Prints what a process of the container sees: its environment, and that of the service. */
const environment =
  "console.log(JSON.stringify(process.env), require('node:fs').readFileSync('/proc/1/environ', 'utf8'))";

/** The passwords stand in their Secret and nowhere else. */
export async function secrets({ cluster, desk }: Stage): Promise<void> {
  await desk.settleAll(1);
  const { namespace } = desk;
  const secret = await cluster.get(`/api/v1/namespaces/${namespace}/secrets/${desk.name}-mysql`);
  const encoded = Object.values<string>(secret.data);
  const passwords = [...encoded, ...encoded.map((text) => Buffer.from(text, 'base64').toString())];
  const holds = (text: string) => passwords.some((password) => text.includes(password));

  const documents = (await desk.manifest()).split(/^---$/m);
  const holding = documents.filter(holds);
  const isOnlySecret = holding.length === 1 && /^kind: Secret$/m.test(String(holding[0]));
  check(
    'the passwords in helm get manifest',
    `in ${holding.length} of ${documents.length} objects${isOnlySecret ? ', the Secret' : ''}`,
    isOnlySecret,
  );

  const pods = await cluster.pods(namespace);
  const told = pods.filter((pod) => holds(JSON.stringify(pod))).length;
  let asked = 0;
  const environments: string[] = [];
  for (const service of services)
    for (const { metadata } of await desk.pods(service)) {
      asked++;
      const seen = await cluster.exec(namespace, metadata.name, [node, '--eval', environment]);
      if (!seen.includes('PORT')) throw new Error(`no environment of ${metadata.name}: ${seen}`);
      if (holds(seen)) environments.push(metadata.name);
    }
  const mysql = await cluster.exec(namespace, `${desk.name}-mysql-0`, ['cat', '/proc/1/environ']);
  if (!mysql.includes('MYSQL_')) throw new Error(`no environment of MySQL: ${mysql}`);
  check(
    'the passwords in the environment of pods',
    `in ${told} of ${pods.length} pods' descriptions, ${environments.length} of ${asked} running services`,
    told === 0 && environments.length === 0,
  );
  check(
    "the passwords in the environment of the bundled MySQL's own process",
    holds(mysql) ? 'there: the image puts them there' : 'none',
    !holds(mysql),
  );

  const logs = await Promise.all(pods.map(async (pod) => cluster.logs(namespace, pod)));
  const lines = logs.join('').split('\n').length;
  const telling = pods.filter((_, i) => holds(String(logs[i]))).map(({ metadata }) => metadata.name);
  check(
    'the passwords in the logs of all pods',
    `${lines} lines of ${pods.length} pods; in those of ${telling.length === 0 ? 'none' : telling.join(', ')}`,
    telling.length === 0 && lines > pods.length,
  );
  const speaking = pods.filter((_, i) => String(logs[i]).includes('does not close'));
  check('what people wrote in the logs', `in those of ${speaking.length} pods`, speaking.length === 0);
}
