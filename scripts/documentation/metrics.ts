import { Registry } from 'prom-client';
import { createMetrics } from '../../src/observability/metrics.ts';

/** What an operator asks most often, in the words of Prometheus. */
const queries = [
  ['who still calls the old URLs', 'sum by (client, format) (increase(reglement_legacy_requests_total[30d]))'],
  [
    'does an old system send refused requests',
    'sum by (client, outcome) (rate(reglement_legacy_requests_total{outcome!~"initiated|replayed"}[15m]))',
  ],
  ['do bank messages arrive and verify', 'sum by (target, outcome) (rate(reglement_notifications_total[15m]))'],
  ['is the event log anchored: alert above 3600', 'time() - max(reglement_ledger_anchored_until_seconds)'],
  ['do webhooks arrive', 'max by (client, endpoint) (reglement_webhooks_oldest_waiting_seconds) > 3600'],
  ['does one sender take all connections', 'sum by (reason) (rate(reglement_connections_refused_total[5m]))'],
  [
    'which route is slow',
    'histogram_quantile(0.99, sum by (le, route) (rate(reglement_http_request_duration_seconds_bucket[5m])))',
  ],
] as const;

/** The page of all metrics, from the metrics themselves. */
export function describeMetrics(): string {
  return [
    '# Metrics',
    '',
    'Written by `npm run codegen`. `GET /metrics` answers in the text format of Prometheus.',
    '[The config](configuration.md#metrics) says who may read it. The gateway collects at most once a second. Gauges from the',
    'database are the same at every gateway: take `max`, not `sum`. `process_*` and `nodejs_*` are CPU, memory, file',
    'descriptors, event loop and garbage collection.',
    '',
    '| metric | type | labels | meaning |',
    '|---|---|---|---|',
    ...allMetrics().map(
      ({ name, type, labelNames, help }) =>
        `| \`${name}\` | ${type} | ${labelNames.map((label) => `\`${label}\``).join(' ')} | ${help} |`,
    ),
    '',
    '| question | query |',
    '|---|---|',
    ...queries.map(([question, query]) => `| ${question} | \`${query.replaceAll('|', '\\|')}\` |`),
    '',
  ].join('\n');
}

type Described = {
  readonly name: string;
  readonly type: string;
  readonly labelNames: readonly string[];
  readonly help: string;
};

function allMetrics(): readonly Described[] {
  const registry = new Registry();
  const isStoreReady = async (): Promise<boolean> => true;
  const metrics = createMetrics({ monotonicMs: () => 0, version: '', configDigest: () => '', isStoreReady }, registry);
  metrics.watchWebhooks(async () => []);
  metrics.watchFollowers(() => 0);
  metrics.watchConnections({ open: 0, refused: { address: 0, network: 0, full: 0 }, closed: { slow: 0, idle: 0 } });
  const none = async (): Promise<number> => 0;
  metrics.watchOpenCases({ paymentsInReview: none, overdueDebits: none, unconfirmedBankFiles: none });
  // The types of prom-client lack the labels.
  return (registry.getMetricsAsArray() as unknown as Described[]).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}
