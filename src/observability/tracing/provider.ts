import { setTimeout } from 'node:timers/promises';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

export type ProviderOptions = {
  readonly url: string;
  readonly ratio: number;
  readonly followsParent: boolean;
  readonly version: string;
  /** Names this process. */
  readonly instance: string;
  /** Called when traces are lost, not for each of them. */
  readonly onFault: (reason: string) => void;
};

const patienceMs = 3_000;
const faultEveryMs = 60_000;

export function createProvider(options: ProviderOptions) {
  const { version, instance } = options;
  const attributes = { 'service.name': 'reglement', 'service.version': version, 'service.instance.id': instance };
  const provider = new TracerProvider({
    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
    resource: resourceFromAttributes(attributes).merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(options),
    spanProcessors: [new BatchSpanProcessor({ exporter: createExporter(options), scheduledDelayMillis: 2_000 })],
  });
  return {
    getTracer: (name: string, of: string) => provider.getTracer(name, of),
    close: async () => {
      await Promise.race([provider.shutdown(), setTimeout(patienceMs, undefined, { ref: false })]).catch(
        () => undefined,
      );
    },
  };
}

function samplerOf({ ratio, followsParent }: ProviderOptions): Sampler {
  const root = rootSampler(ratio);
  return followsParent ? new ParentBasedSampler({ root }) : root;
}

function rootSampler(ratio: number): Sampler {
  if (ratio === 1) return new AlwaysOnSampler();
  return ratio === 0 ? new AlwaysOffSampler() : new TraceIdRatioBasedSampler(ratio);
}

/** The exporter drops unsent traces silently; this wrapper logs it once a minute. */
function createExporter({ url, onFault }: ProviderOptions): SpanExporter {
  const exporter = new OTLPTraceExporter({ url });
  let loggedAt = Number.NEGATIVE_INFINITY;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error && performance.now() - loggedAt > faultEveryMs) {
          loggedAt = performance.now();
          onFault(result.error.name);
        }
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  };
}
