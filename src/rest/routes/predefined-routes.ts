import { decodePercent } from '../../kernel/bytes/percent-encoding.ts';
import { cutSuffix, type FormatName, formatNamed } from '../request/format.ts';
import { type OperationName, operation, statusOperation } from '../request/operation.ts';
import { segmentsOf } from '../request/path.ts';
import { type Fault, noBatches, unknownOperation } from '../response/errors.ts';

export type PredefinedRoute = {
  /** Its operation; an unknown one counts as the first. */
  readonly operationName: OperationName;
  /** The route's format: bodies are read in it whatever their type, and answers are written in it. */
  readonly format: FormatName;
  readonly suffix: FormatName | null;
  /** Not an operation that exists. */
  readonly fault: Fault | null;
};

/**
 * `/json/reply/payment_initiate` (xml, jsv, csv, html, jsonl too; `oneway` answers the same, for nothing is queued)
 * and `/api/payment_initiate`, and the same of `payment_status`. Null for every other path.
 */
export function predefinedRouteOf(path: string): PredefinedRoute | null {
  const { segments } = segmentsOf(path);
  if (segments.length === 3) {
    const [format = '', kind = '', name = ''] = segments;
    const named = formatNamed(format.toLowerCase());
    return named && /^(?:reply|oneway)$/i.test(kind) ? { format: named, suffix: null, ...operationNamed(name) } : null;
  }
  const [api = '', name = ''] = segments;
  if (segments.length !== 2 || api.toLowerCase() !== 'api') return null;
  const cut = cutSuffix(name);
  return { format: 'json', suffix: cut?.format ?? null, ...operationNamed(cut?.rest ?? name) };
}

function operationNamed(written: string): Pick<PredefinedRoute, 'operationName' | 'fault'> {
  const name = decodePercent(written)?.toLowerCase();
  if (name === statusOperation.name) return { operationName: statusOperation.name, fault: null };
  const fault = name === `${operation.name}[]` ? noBatches : unknownOperation;
  return { operationName: operation.name, fault: name === operation.name ? null : fault };
}
