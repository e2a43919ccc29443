import mysql, { type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import { connect, type Socket } from 'node:net';
import { askMember } from './ask-member.ts';
import { whyNotPrimary } from './member.ts';
import { hostName, type Host } from './mysql-url.ts';
import { UnreachableError } from './unreachable-error.ts';

/** What every connection settles first, so that nothing depends on how the server is set up. */
const session = `SET SESSION innodb_lock_wait_timeout = 5,
  sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`;

/** A new primary first takes over all that the old one has acknowledged; nobody reads or writes before that. */
const groupSession = `${session}, group_replication_consistency = 'BEFORE_ON_PRIMARY_FAILOVER'`;

/** The server that takes writes, and how to log in. */
export type Server = {
  readonly host: Host;
  readonly user: string;
  readonly password: string;
  /** Whether it is of a replication group; undefined where it is the only host, and so need not be asked. */
  readonly grouped: boolean | undefined;
};

/** The pooled connections to one server. */
export class ServerConnections {
  readonly server: Server;
  readonly #pools = new Map<PoolOptions, Pool>();
  readonly #sockets = new Set<Socket>();

  constructor(server: Server) {
    this.server = server;
  }

  /** Takes a connection out of the pool with these options; of several hosts only if this is still the primary. */
  async connect(options: PoolOptions): Promise<PoolConnection> {
    const { host, grouped } = this.server;
    const connection = await this.#acquire(options);
    if (grouped === undefined) return connection;
    try {
      const why = whyNotPrimary(await askMember(connection.promise(), grouped));
      if (why === undefined) return connection;
      throw new UnreachableError(`${hostName(host)}: ${why}`);
    } catch (error) {
      connection.destroy();
      throw error;
    }
  }

  /** Cuts all connections: what runs on them fails at once, though the server may never answer again. */
  cut(): void {
    for (const pool of this.#pools.values()) pool.end(() => undefined);
    const lost = new UnreachableError(`${hostName(this.server.host)}: takes no writes any longer`);
    for (const socket of this.#sockets) socket.destroy(lost);
  }

  /** Closes all connections once their statements are done. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#pools.values()].map((pool) => new Promise<void>((resolve) => pool.end(() => resolve()))),
    );
  }

  #acquire(options: PoolOptions): Promise<PoolConnection> {
    const pool = this.#pools.get(options) ?? this.#createPool(options);
    this.#pools.set(options, pool);
    return new Promise((resolve, reject) => {
      pool.getConnection((error, connection) => {
        if (error === null) resolve(connection);
        else reject(error);
      });
    });
  }

  #createPool(options: PoolOptions): Pool {
    const { user, password, grouped } = this.server;
    const pool = mysql.createPool({ ...options, user, password, stream: () => this.#openSocket() });
    return pool.on('connection', (connection) => {
      // What fails is told by the statement that needs the connection.
      connection.on('error', () => undefined);
      connection.query(grouped === true ? groupSession : session, (error) => {
        if (error !== null) connection.destroy();
      });
    });
  }

  #openSocket(): Socket {
    const { name, port } = this.server.host;
    const socket = connect({ host: name, port, noDelay: true, keepAlive: true });
    this.#sockets.add(socket);
    return socket.once('close', () => this.#sockets.delete(socket));
  }
}
