import { Counter, Gauge, type Registry } from 'prom-client';
import type { ConnectionCounts } from '../http/connection-shares.ts';
import type { StreamRefusal } from '../pages/stream-shares.ts';

/** The server's counts of connections, read at each collection. */
export function watchConnections(registry: Registry, counts: ConnectionCounts): void {
  const registers = [registry];
  new Gauge({
    name: 'reglement_open_connections',
    help: 'Connections that are open.',
    registers,
    collect() {
      this.set(counts.open);
    },
  });
  new Counter({
    name: 'reglement_connections_refused_total',
    help: 'Connections that were refused, by what was used up.',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(counts.refused)) this.inc({ reason }, count);
    },
  });
  new Counter({
    name: 'reglement_connections_closed_total',
    help: 'Connections that were closed for a new one, by what they did.',
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
    help: "Streams of events that customers' pages did not get, by whose share was used up.",
    labelNames: ['reason'],
    registers: [registry],
  });
  for (const reason of ['link', 'address', 'client', 'total'] as const) refused.inc({ reason }, 0);
  return (reason) => refused.inc({ reason });
}
