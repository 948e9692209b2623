import type { Secret } from '../kernel/merchant.ts';
import type { ConfigFile } from './schema/config-file.ts';
import type { SecretReader } from './schema/values.ts';

export type MetricsSettings = {
  readonly host: string;
  /** The port of the metrics' own address; null: they are at the gateway's. */
  readonly port: number | null;
  /** Null: no token is needed. */
  readonly token: Secret | null;
};

/** Too long to guess, and without blanks, because a header carries it. */
const tokenRule = { pattern: /^[\x21-\x7e]{16,}$/, message: 'must be 16 or more letters, digits and signs of ASCII' };

/** Null where the config does not say who may read the metrics. `METRICS_PORT` overrides the file. */
export function metricsOf(
  { metrics }: ConfigFile,
  secrets: SecretReader,
  ownPort: number | undefined,
): MetricsSettings | null {
  if (metrics === undefined && ownPort === undefined) return null;
  const { host = '127.0.0.1', port = null, token = null } = metrics ?? {};
  return { host, port: ownPort ?? port, token: token && secrets.read(token, 'metrics.token', tokenRule) };
}

export function problemsOfMetrics(metrics: MetricsSettings | null, gateway: { readonly port: number }): string[] {
  if (metrics === null) return [];
  return [
    ...(metrics.port === null && metrics.token === null
      ? ['metrics: needs a port of their own, or a token: nothing says who may read them.']
      : []),
    ...(metrics.port === gateway.port ? [`metrics.port: ${metrics.port} is the port of the gateway itself.`] : []),
  ];
}
