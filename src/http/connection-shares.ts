import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf, plainSocketAddress } from './address-network.ts';
import { pathOf } from './body-time.ts';

export type ConnectionShares = {
  /** For all senders together. */
  readonly connections: number;
  /** For one address, and for one network (IPv4 /24, IPv6 /64). Null: no limit. */
  readonly connectionsPerAddress: number | null;
  readonly connectionsPerNetwork: number | null;
  /** A proxy brings the requests of many senders: its addresses have no share. */
  readonly isProxy: (address: string) => boolean;
  /** A request that takes longer to arrive is slow: its connection may be closed for another. */
  readonly slowAfterMs: number;
  /** A file may take as long as it needs while a door reads it. */
  readonly isUpload: (path: string) => boolean;
};

/** Why a connection is refused. */
export type ConnectionRefusal = 'address' | 'network' | 'full';

/** Counts of connections since the start. */
export type ConnectionCounts = {
  open: number;
  readonly refused: Record<ConnectionRefusal, number>;
  readonly closed: Record<'slow' | 'idle', number>;
};

export const newConnectionCounts = (): ConnectionCounts => ({
  open: 0,
  refused: { address: 0, network: 0, full: 0 },
  closed: { slow: 0, idle: 0 },
});

export type Connection = {
  readonly socket: Socket;
  readonly address: string;
  readonly network: string;
  readonly isProxy: boolean;
  /** When it was opened, or its last answer or the last head of a request was complete; monotonic milliseconds. */
  since: number;
  /** Requests without a whole answer. */
  requests: number;
  /** The last of them. */
  request: IncomingMessage | null;
  /** False until the first request. */
  hasAsked: boolean;
};

export type Admission = {
  /** The connection of a socket that may stay, or why it may not. */
  readonly admit: (socket: Socket) => Connection | ConnectionRefusal;
};

/** However few connections are free, an address may hold these. */
const always = 16;

/**
 * Gives each address and each network its share of the connections. A sender holds at most as many as are free, so
 * shares shrink as connections run out and there is room for the next sender. When a share or the whole is used up,
 * inactive connections are closed for the new one: first those whose request arrives slowly, then those between two
 * requests. A connection whose request is being served is never closed.
 */
export function createAdmission(shares: ConnectionShares, counts: ConnectionCounts): Admission {
  const open = createOpenConnections(counts);
  const limits = { address: shares.connectionsPerAddress, network: shares.connectionsPerNetwork };
  /** Closes the one of them that is missed least; false where each is needed. */
  const closeOneOf = (connections: Iterable<Connection>, isNeeded: (connection: Connection) => boolean): boolean => {
    const least = leastOf(connections, shares, isNeeded);
    if (least === null) return false;
    counts.closed[least.requests === 0 && least.hasAsked ? 'idle' : 'slow']++;
    open.remove(least);
    least.socket.destroy();
    return true;
  };
  const isOverShare = (connection: Connection, by: 'address' | 'network'): boolean => {
    const limit = limits[by];
    if (limit === null || connection.isProxy) return false;
    const own = open.heldBy(connection, by);
    const share = Math.min(limit, Math.max(always, shares.connections - open.all.size));
    return own.size >= share && !closeOneOf(own, () => true);
  };
  const isFull = (connection: Connection): boolean => {
    if (open.all.size < shares.connections) return false;
    const own = open.heldBy(connection, 'address').size;
    // A request that only began to arrive is given up for a sender that holds fewer connections.
    return !closeOneOf(open.all, (other) => open.heldBy(other, 'address').size <= own + 1);
  };
  const refusalOf = (connection: Connection): ConnectionRefusal | null => {
    if (isOverShare(connection, 'address')) return 'address';
    if (isOverShare(connection, 'network')) return 'network';
    return isFull(connection) ? 'full' : null;
  };
  return {
    admit(socket) {
      const address = plainSocketAddress(socket.remoteAddress ?? '');
      const connection: Connection = {
        ...{ socket, address, network: networkOf(address), isProxy: shares.isProxy(address) },
        ...{ since: performance.now(), requests: 0, request: null, hasAsked: false },
      };
      const refusal = refusalOf(connection);
      if (refusal === null) open.add(connection);
      else counts.refused[refusal]++;
      return refusal ?? connection;
    },
  };
}

/** The connections that are open, together, by address and by network. */
function createOpenConnections(counts: ConnectionCounts) {
  const all = new Set<Connection>();
  const groups = { address: new Map<string, Set<Connection>>(), network: new Map<string, Set<Connection>>() };
  const add = (connection: Connection): void => {
    all.add(connection);
    for (const by of ['address', 'network'] as const) {
      groups[by].set(connection[by], (groups[by].get(connection[by]) ?? new Set()).add(connection));
    }
    counts.open = all.size;
    connection.socket.once('close', () => remove(connection));
  };
  const remove = (connection: Connection): void => {
    if (!all.delete(connection)) return;
    for (const by of ['address', 'network'] as const) {
      const group = groups[by].get(connection[by]);
      group?.delete(connection);
      if (group?.size === 0) groups[by].delete(connection[by]);
    }
    counts.open = all.size;
  };
  const heldBy = (connection: Connection, by: 'address' | 'network'): ReadonlySet<Connection> =>
    groups[by].get(connection[by]) ?? none;
  return { all: all as ReadonlySet<Connection>, add, remove, heldBy };
}

const none: ReadonlySet<Connection> = new Set();

/** The order in which connections are closed; `recent` is a request that only began to arrive. */
const rank = { slow: 0, idle: 1, recent: 2, idleProxy: 3, needed: 4 } as const;

/** Null where each of them is needed. Of the same rank, the one that has waited longest. */
function leastOf(
  connections: Iterable<Connection>,
  shares: ConnectionShares,
  isNeeded: (connection: Connection) => boolean,
): Connection | null {
  const now = performance.now();
  let least: Connection | null = null;
  let leastRank: number = rank.needed;
  for (const connection of connections) {
    const its = rankOf(connection, shares, now);
    if (its > leastRank || its === rank.needed || (its === rank.recent && isNeeded(connection))) continue;
    if (its === leastRank && least !== null && connection.since >= least.since) continue;
    [least, leastRank] = [connection, its];
  }
  return least;
}

function rankOf(connection: Connection, { slowAfterMs, isUpload }: ConnectionShares, now: number): number {
  const { requests, request, hasAsked, since, isProxy } = connection;
  const arrives = requests === 1 && request !== null && !request.complete && !isUpload(pathOf(request));
  if (requests > 0 && !arrives) return rank.needed;
  if (requests === 0 && hasAsked) return isProxy ? rank.idleProxy : rank.idle;
  return now - since >= slowAfterMs ? rank.slow : rank.recent;
}
