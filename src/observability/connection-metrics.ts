import { Counter, Gauge, type Registry } from 'prom-client';
import type { ConnectionCounts } from '../http/connection-shares.ts';
import type { StreamRefusal } from '../pages/stream-shares.ts';

/** The server's counts of connections, read at each collection. */
export function watchConnections(registry: Registry, counts: ConnectionCounts): void {
  const registers = [registry];
  new Gauge({
    name: 'reglement_open_connections',
    help: 'Open connections.',
    registers,
    collect() {
      this.set(counts.open);
    },
  });
  new Counter({
    name: 'reglement_connections_refused_total',
    help: 'Refused connections: the share of the address or network is used up, or the gateway is full.',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(counts.refused)) this.inc({ reason }, count);
    },
  });
  new Counter({
    name: 'reglement_connections_closed_total',
    help: 'Connections closed for a new one: slow (a request that takes over two seconds to arrive) or idle.',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(counts.closed)) this.inc({ reason }, count);
    },
  });
}

export function createRefusedStreamCount(registry: Registry): (reason: StreamRefusal) => void {
  const refused = new Counter({
    name: 'reglement_streams_refused_total',
    help: 'Refused streams of customer pages, by the share that is used up: link, address, client or total.',
    labelNames: ['reason'],
    registers: [registry],
  });
  for (const reason of ['link', 'address', 'client', 'total'] as const) refused.inc({ reason }, 0);
  return (reason) => refused.inc({ reason });
}
