import { check } from '../report.ts';
import type { Stage } from '../stage.ts';

/** Arguments of helm that are wrong, and the field that the refusal must name. */
const wrong: readonly (readonly [args: readonly string[], field: string])[] = [
  [['--set=imge.tag=1'], 'imge'],
  [['--set-string=image.tag=a b'], 'image.tag'],
  [['--set=logLevel=loud'], 'logLevel'],
  [['--set=campusTimeZone=Europe Rome'], 'campusTimeZone'],
  [['--set=services.gateway.port=99999'], 'services.gateway.port'],
  [['--set=services.gateway.protocol=ftp'], 'services.gateway.protocol'],
  [['--set=services.backlog.calls={ticket}'], 'services.backlog.calls'],
  [['--set=services.backlog.replica=2'], 'services.backlog'],
  [['--set=serviceDefaults.replicas=-1'], 'serviceDefaults.replicas'],
  [['--set=serviceDefaults.resources.requests.memory=lots'], 'serviceDefaults.resources.requests.memory'],
  [['--set=mysql.bundled.enabled=false', '--set=mysql.hosts={db}'], 'mysql.existingSecret'],
  [
    ['--set=mysql.bundled.enabled=false', '--set=mysql.existingSecret=s', '--set-json=mysql.hosts=[]'],
    'mysql.hosts',
  ],
  [['--set=mysql.cidrs={10.0.0.1}'], 'mysql.cidrs'],
  [['--set=mysql.database=desk;drop'], 'mysql.database'],
  [['--set=backup.schedule=daily'], 'backup.schedule'],
  [['--set=backup.storage=5'], 'backup.storage'],
  [['--set=route.enabled=true'], 'route.parentRefs'],
  [['--set=ingress.enabled=true'], 'ingress.host'],
  [['--set=trustedProxies={everybody}'], 'trustedProxies'],
];

/** Values that make no sense are refused by their name, before anything is changed. */
export async function wrongValues({ desk }: Stage): Promise<void> {
  const missed: string[] = [];
  for (const [args, field] of wrong) {
    const { code, errors } = await desk.render(args);
    const isNamed = errors.includes(field) || errors.includes(`/${field.replaceAll('.', '/')}`);
    if (code === 0 || !isNamed)
      missed.push(`${args.join(' ')} (${code === 0 ? 'taken' : errors.trim().slice(-160)})`);
  }
  check(
    `${wrong.length} kinds of wrong values`,
    missed.length === 0 ? 'each refused, its field named' : `not refused by name: ${missed.join('; ')}`,
    missed.length === 0,
  );
  const { code, errors } = await desk.render([], 'a-release-whose-name-is-longer-than-forty-letters');
  check('a release name over 40 letters', 'refused', code !== 0 && errors.includes('at most 40 characters'));
  const right = await desk.render([]);
  check('the right values', 'taken', right.code === 0);
}
