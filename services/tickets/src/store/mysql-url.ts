import { isIPv6 } from 'node:net';

/** A server of a database. */
export type Host = { readonly name: string; readonly port: number };

/** What a database's URL says. */
export type MysqlUrl = {
  readonly user: string;
  /** Empty when it names none. */
  readonly password: string;
  /** At least one; several when any of them may be the one that takes writes. */
  readonly hosts: readonly Host[];
  readonly database: string;
};

/** Says what is wrong with a URL, as a sentence without its subject; the URL and its password are not in it. */
export class MysqlUrlError extends Error {
  override readonly name = 'MysqlUrlError';
}

const defaultPort = 3306;

const shape = 'must look like mysql://user:password@host:3306/name';

/**
 * Reads `mysql://user:password@host:port[,host:port …]/name`. Special characters of user, password and name are
 * percent-encoded; the port is 3306 if it is missing; an IPv6 address stands in brackets.
 * @throws MysqlUrlError
 */
export function parseMysqlUrl(text: string): MysqlUrl {
  const parts = /^mysql:\/\/(?:(?<user>[^/]*)@)?(?<hosts>[^/@]+)(?<path>\/.*)?$/su.exec(text)?.groups;
  if (parts === undefined) throw new MysqlUrlError(shape);
  const [user = '', ...password] = (parts.user ?? '').split(':');
  if (user === '' && password.length > 0) throw new MysqlUrlError(`${shape}: a password needs a user`);
  const hosts = parts.hosts!.split(',').map(parseHost);
  if (new Set(hosts.map(hostName)).size < hosts.length) throw new MysqlUrlError('must name each host once');
  const database = parts.path?.slice(1) ?? '';
  if (!/^[^/?#]+$/u.test(database))
    throw new MysqlUrlError('must end with the name of a database, as in /campus_desk, and nothing after it');
  return {
    user: decode(user),
    password: decode(password.join(':')),
    hosts,
    database: decode(database),
  };
}

/** A host as people write it. */
export function hostName({ name, port }: Host): string {
  return `${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

/** Names a database for the operator: its URL without the password. */
export function withoutPassword({ user, hosts, database }: MysqlUrl): string {
  return `mysql://${user === '' ? '' : `${user}@`}${hosts.map(hostName).join(',')}/${database}`;
}

function parseHost(text: string): Host {
  const parts = /^(?:\[(?<address>[^\]]*)\]|(?<name>[\w.-]+))(?::(?<port>\d+))?$/u.exec(text)?.groups;
  const name = parts?.address ?? parts?.name;
  const port = Number(parts?.port ?? defaultPort);
  if (name === undefined || (parts?.address !== undefined && !isIPv6(name)) || port < 1 || port > 65_535)
    throw new MysqlUrlError(`${shape}, or name several hosts as in host-0:3306,host-1:3306`);
  return { name: name.toLowerCase(), port };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MysqlUrlError('has a % that is no escape: write it as %25');
  }
}
