import type { PoolConnection, PoolOptions } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { setTimeout as delay } from 'node:timers/promises';
import { askMember, isGrouped } from './ask-member.ts';
import { hasNoRoom, reasonOf } from './failure.ts';
import { choosePrimary, type Answered } from './member.ts';
import type { Host, MysqlUrl } from './mysql-url.ts';
import type { ReadPassword } from './password.ts';
import { ServerConnections, type Server } from './server-connections.ts';
import { UnreachableError } from './unreachable-error.ts';

/** How long to look for a host that takes writes before whoever waits for one is told that there is none, in ms. */
const patience = 1_000;

/** How long to wait before the hosts are asked again, in milliseconds. */
const pause = 100;

/** How long a host may take to let somebody in, in milliseconds. */
const connectTimeout = 2_000;

/** How many servers a caller is led to before it is told what is wrong. */
const tries = 3;

/** The one part of a pool that TypeORM calls; closed by `Primary.close`. */
type PrimaryPool = {
  getConnection(done: (error: unknown, connection?: PoolConnection) => void): void;
  end(done: () => void): void;
};

/**
 * The server that takes writes. Of several hosts it is found by asking all of them, and asked again each time that a
 * connection is handed out; when it is lost, or has become a secondary, all connections to it are cut and another is
 * found. Reads go there too: nobody reads what is older than what was acknowledged.
 */
export class Primary {
  readonly #url: MysqlUrl;
  readonly #readPassword: ReadPassword;
  #connections: ServerConnections | undefined;
  #search: Promise<ServerConnections> | undefined;
  #isClosed = false;

  constructor(url: MysqlUrl, readPassword: ReadPassword) {
    this.#url = url;
    this.#readPassword = readPassword;
  }

  /** Makes what TypeORM takes for a pool of mysql2: its connections lead to the primary, whichever host that is. */
  createPool(options: PoolOptions): PrimaryPool {
    let waiting = 0;
    return {
      getConnection: (done) => {
        // The pool bounds those who wait for a connection; this bounds those who wait for a primary.
        if (waiting >= (options.connectionLimit ?? 0) + (options.queueLimit ?? 0))
          return done(new Error('Queue limit reached.'));
        waiting++;
        this.#connect(options)
          .finally(() => waiting--)
          .then((connection) => done(null, connection), done);
      },
      end: (done) => done(),
    };
  }

  /** Finds the primary. @throws UnreachableError when no host takes writes */
  async find(): Promise<Server> {
    return (this.#connections ?? (await this.#find())).server;
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#connections?.close();
  }

  async #connect(options: PoolOptions): Promise<PoolConnection> {
    for (let attempt = 1; ; attempt++) {
      if (this.#isClosed) throw new UnreachableError('the database is closed');
      const connections = this.#connections ?? (await this.#find());
      try {
        return await connections.connect(options);
      } catch (error) {
        if (attempt === tries || hasNoRoom(error)) throw error;
        const isCurrent = this.#connections === connections;
        if (isCurrent && (await this.#find()) === connections) throw error;
      }
    }
  }

  /** Looks where the primary is now; all who ask meanwhile get the same answer. */
  #find(): Promise<ServerConnections> {
    this.#search ??= this.#settle().finally(() => (this.#search = undefined));
    return this.#search;
  }

  async #settle(): Promise<ServerConnections> {
    const password = await this.#readPassword();
    const old = this.#connections;
    try {
      const server = await this.#look(password);
      if (old?.server.host === server.host && old.server.password === password) return old;
      this.#connections = new ServerConnections(server);
      return this.#connections;
    } catch (error) {
      this.#connections = undefined;
      throw error;
    } finally {
      if (old !== this.#connections) old?.cut();
    }
  }

  async #look(password: string): Promise<Server> {
    const { hosts, user } = this.#url;
    const [only, ...others] = hosts;
    if (only !== undefined && others.length === 0) return { host: only, user, password, grouped: undefined };
    const until = performance.now() + patience;
    for (;;) {
      const asked = await Promise.all(hosts.map((host) => this.#ask(host, password)));
      const host = choosePrimary(asked);
      if (typeof host !== 'string') {
        const member = asked.find((one) => one.host === host)?.member;
        return { host, user, password, grouped: member?.group !== undefined };
      }
      if (performance.now() >= until) throw new UnreachableError(`no host takes writes (${host})`);
      await delay(pause);
    }
  }

  async #ask(host: Host, password: string): Promise<Answered> {
    const { name, port } = host;
    try {
      const connection = await createConnection({
        host: name,
        port,
        user: this.#url.user,
        password,
        connectTimeout,
      });
      try {
        return { host, member: await askMember(connection, await isGrouped(connection)) };
      } finally {
        connection.destroy();
      }
    } catch (error) {
      return { host, failure: reasonOf(error) };
    }
  }
}
