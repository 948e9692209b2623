import type { Secret } from '../kernel/merchant.ts';
import type { ConfigFile } from './schema/config-file.ts';
import type { SecretReader } from './secrets.ts';

export type MetricsSettings = {
  readonly host: string;
  /** Of an address of their own; null: they are at the gateway's. */
  readonly port: number | null;
  /** Null: whoever reaches the address may read them. */
  readonly token: Secret | null;
};

/** Long enough that it cannot be guessed, and one word, for it stands in a header. */
const tokenRule = { pattern: /^[\x21-\x7e]{16,}$/, message: 'must be 16 or more letters, digits and signs of ASCII' };

/** Null where nothing says who may read the metrics. `METRICS_PORT` wins over the file. */
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
