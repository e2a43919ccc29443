import { cpus } from 'node:os';
import type { RunningDesk } from './running-desk.ts';
import type { Usage } from './service-process.ts';

/** What calls cost each kind of process. */
export type Cost = {
  /**
   * Time on the CPU per 1,000 calls, in milliseconds, of all replicas together, the gateway, this program, and all
   * else that the machine did meanwhile: the database if it runs there, and whatever disturbs the measurement.
   */
  readonly cpu: Readonly<Record<'tickets' | 'gateway' | 'clients' | 'rest', number>>;
  /** Memory in use afterwards, in bytes, of the largest replica, the gateway, and this program. */
  readonly memory: Readonly<Record<'tickets' | 'gateway' | 'clients', number>>;
  /** How many writes a transaction carried on average; undefined when there was none. */
  readonly writesPerTransaction: number | undefined;
};

/** Begins to count what calls cost; the function that it answers ends it. */
export async function startCost({
  replicas,
  gateway,
}: RunningDesk): Promise<(calls: number) => Promise<Cost>> {
  const look = async () => ({
    replicas: await Promise.all(replicas.map((replica) => replica.usage())),
    gateway: await gateway.usage(),
    clients: ownTime(),
    machine: machineTime(),
  });
  const before = await look();
  return async (calls) => {
    const after = await look();
    const grown = (key: keyof Usage) => sum(after.replicas, key) - sum(before.replicas, key);
    const per = (ms: number) => (ms / calls) * 1000;
    const [tickets, gateway] = [grown('cpu'), after.gateway.cpu - before.gateway.cpu];
    const clients = after.clients - before.clients;
    const rest = after.machine - before.machine - tickets - gateway - clients;
    const transactions = grown('transactions');
    return {
      cpu: {
        tickets: per(tickets),
        gateway: per(gateway),
        clients: per(clients),
        rest: per(rest),
      },
      memory: {
        tickets: Math.max(...after.replicas.map(({ memory }) => memory)),
        gateway: after.gateway.memory,
        clients: process.memoryUsage.rss(),
      },
      writesPerTransaction: transactions === 0 ? undefined : grown('writes') / transactions,
    };
  };
}

/** Time on the CPU of this program, in milliseconds. */
function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Time that all processors were busy, in milliseconds. */
function machineTime(): number {
  return cpus().reduce((total, { times }) => total + times.user + times.nice + times.sys + times.irq, 0);
}

function sum(usages: readonly Usage[], key: keyof Usage): number {
  return usages.reduce((total, usage) => total + usage[key], 0);
}
