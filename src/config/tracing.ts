import { ConfigError } from './config.ts';
import type { Environment } from './secrets.ts';

export type TracingSettings = {
  /** Where the collector takes traces, by OTLP over HTTP. */
  readonly url: string;
  /** The part of new traces that is kept, 0 to 1. */
  readonly ratio: number;
  /** Whether a trace that began elsewhere is kept where that one is. */
  readonly followsParent: boolean;
};

const samplers: Readonly<Record<string, { readonly ratio: number | 'ARGUMENT'; readonly followsParent: boolean }>> = {
  always_on: { ratio: 1, followsParent: false },
  always_off: { ratio: 0, followsParent: false },
  traceidratio: { ratio: 'ARGUMENT', followsParent: false },
  parentbased_always_on: { ratio: 1, followsParent: true },
  parentbased_always_off: { ratio: 0, followsParent: true },
  parentbased_traceidratio: { ratio: 'ARGUMENT', followsParent: true },
};

/**
 * The standard variables of OpenTelemetry, as far as they decide whether and where traces go; its exporter reads those
 * about headers, time-outs, certificates and compression itself. Null: there is no tracing.
 * @throws ConfigError
 */
export function readTracingSettings(environment: Environment): TracingSettings | null {
  const of = (name: string): string => environment[name]?.trim() ?? '';
  const endpoint = of('OTEL_EXPORTER_OTLP_ENDPOINT').replace(/\/+$/, '');
  const url = of('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') || (endpoint && `${endpoint}/v1/traces`);
  if (url === '' || of('OTEL_SDK_DISABLED') === 'true' || of('OTEL_TRACES_EXPORTER') === 'none') return null;
  const protocol = of('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') || of('OTEL_EXPORTER_OTLP_PROTOCOL');
  const sampler = samplers[of('OTEL_TRACES_SAMPLER') || 'parentbased_always_on'];
  const argument = Number(of('OTEL_TRACES_SAMPLER_ARG') || '1');
  const problem = (isWrong: boolean, text: string): string[] => (isWrong ? [`environment variable ${text}`] : []);
  const problems = [
    ...problem(!/^https?:\/\//.test(url) || !URL.canParse(url), 'OTEL_EXPORTER_OTLP_ENDPOINT: must be an http(s) URL.'),
    ...problem(!['', 'http/protobuf'].includes(protocol), 'OTEL_EXPORTER_OTLP_PROTOCOL: only http/protobuf is spoken.'),
    ...problem(sampler === undefined, `OTEL_TRACES_SAMPLER: must be one of ${Object.keys(samplers).join(', ')}.`),
    ...problem(!(argument >= 0 && argument <= 1), 'OTEL_TRACES_SAMPLER_ARG: must be a number from 0 to 1.'),
  ];
  if (problems.length > 0 || sampler === undefined) throw new ConfigError(problems);
  const { ratio, followsParent } = sampler;
  return { url, ratio: ratio === 'ARGUMENT' ? argument : ratio, followsParent };
}
