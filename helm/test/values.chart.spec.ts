import { expect, test } from '@jest/globals';
import { render } from '../../scripts/chart.ts';

test.each([
  ['mysql.hostss=db', "/mysql': additional properties 'hostss' not allowed"],
  ['image.pullPolicy=Sometimes', "/image/pullPolicy': value must be one of"],
  ['image.tag=a b', '/image/tag'],
  ['services.tickets.replica=2', "/services/tickets': additional properties 'replica' not allowed"],
  ['services.tickets.replicas=-1', '/services/tickets/replicas'],
  ['services.UPPER.port=1', "'UPPER' does not match"],
  ['services.backlog.calls[0]=ticket', 'services.backlog.calls: there is no service "ticket"'],
  ['services.workload.protocol=http', 'services: exactly one of them must have the protocol http'],
  ['mysql.bundled.storage=5', '/mysql/bundled/storage'],
  ['mysql.hosts[0]=mysql://db', '/mysql/hosts/0'],
  ['mysql.hosts=null', 'mysql.hosts: name the MySQL server'],
  ['mysql.existingSecret=', 'mysql.existingSecret: name the Secret'],
  ['mysql.cidrs[0]=10.0.0.1', '/mysql/cidrs/0'],
  ['campusTimeZone=Europe/', '/campusTimeZone'],
  ['logLevel=loud', '/logLevel'],
  ['backup.keep=0', '/backup/keep'],
  ['backup.schedule=daily', '/backup/schedule'],
  ['route.enabled=true', 'route.parentRefs: name the Gateway'],
  ['ingress.enabled=true', 'ingress.host: give the host name'],
  ['trustedProxies[0]=proxy', '/trustedProxies/0'],
  ['networkPolicy.gatewayFrom[0].pods=x', '/networkPolicy/gatewayFrom/0'],
])('a wrong value is refused by its name: %s', (value, words) => {
  expect(() => render([], { set: [value] })).toThrow(words);
});

test('a release name that leaves no room for the names of its parts is refused', () => {
  expect(() => render([], { release: 'a'.repeat(41) })).toThrow(
    'Choose a release name of at most 40 characters',
  );
});
