import type { SameInitiation } from '../../modules/payments/initiation/same-initiation.ts';
import { operation } from './operation.ts';

/**
 * The URL that asks the legacy door for such a payment. It has no place for the payer and for what accounting says. Null
 * for a payment that no URL can ask for: the door takes the money at once.
 */
export function legacyUrlOf(publicUrl: string, wanted: SameInitiation): string | null {
  if ((wanted.capture ?? 'NOW') !== 'NOW') return null;
  const written = operation.fields.flatMap((field) => {
    const value = Reflect.get(wanted, field.property) as string | number | null | undefined;
    if (value === undefined || value === null) return [];
    const text = field.hasLines ? String(value).replaceAll(/[\r\n]+/g, ' ') : String(value);
    return [{ ...field, text: encodeURIComponent(text.toWellFormed()) }];
  });
  const path = written.filter(({ place }) => place !== 'query or form').map(({ text }) => text);
  const query = written.filter(({ place }) => place === 'query or form').map(({ name, text }) => `${name}=${text}`);
  // With a format: without it, the end of an e-mail address could be read as one.
  return `${publicUrl}/${operation.name}/${path.join('/')}.json${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
