import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Field, fieldOf } from '../form-body.ts';

/**
 * Lyra form guide, "signature": the values of all fields named `vads_…`, empty ones included, sorted by name in byte
 * order, joined by `+`, then the form key; HMAC-SHA-256 under that key, base64.
 */
export function signatureOf(fields: readonly Field[], formKey: string): string {
  const values = fields
    .filter(([name]) => name.startsWith('vads_'))
    .toSorted(([left], [right]) => Buffer.compare(Buffer.from(left), Buffer.from(right)))
    .map(([, value]) => value);
  return createHmac('sha256', formKey)
    .update([...values, formKey].join('+'), 'utf8')
    .digest('base64');
}

export function isFormAuthentic(fields: readonly Field[], formKey: string): boolean {
  const received = Buffer.from(fieldOf(fields, 'signature') ?? '');
  const expected = Buffer.from(signatureOf(fields, formKey));
  return received.length === expected.length && timingSafeEqual(received, expected);
}
