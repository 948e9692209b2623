import { Counter, Gauge, type Registry } from 'prom-client';
import type { ConnectionCounts } from '../http/connection-shares.ts';

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
  const watch = (name: string, help: string, kind: 'refused' | 'closed'): void => {
    new Counter({
      ...{ name, help, registers, labelNames: ['reason'] },
      collect() {
        this.reset();
        for (const [reason, count] of Object.entries(counts[kind])) this.inc({ reason }, count);
      },
    });
  };
  watch(
    'reglement_connections_refused_total',
    'Refused connections: the share of the address or network is used up, or the gateway is full.',
    'refused',
  );
  watch(
    'reglement_connections_closed_total',
    'Connections closed for a new one: slow (a request that takes over two seconds to arrive) or idle.',
    'closed',
  );
}
