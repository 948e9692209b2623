import type { Config } from '../../config/config.ts';
import type { Remark } from './remark.ts';

/** Metrics that no caller can read. */
export function remarksOnMetrics({ deployment, metrics }: Config): Remark[] {
  return deployment === 'production' && metrics === null
    ? [
        'metrics: is missing, so that /metrics is answered 404 in production. Give the metrics a port of their own ' +
          '({"port": 9464}) or a token.',
      ]
    : [];
}
