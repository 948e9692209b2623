/** Only between groups of three: `1 234,56`. */
const thousands = /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?=[.,]|$)/;

/**
 * Cents of what a person typed: comma or point, blanks between thousands, one euro sign before or after. Null for anything
 * else: a third decimal is never rounded away, and neither `1.234,56` nor `12€50` is ever guessed at.
 */
export function centsIn(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^€\s*|\s*€$/, '')
    .replace(thousands, (grouped) => grouped.replaceAll(/\s/g, ''));
  const [, euros = '', decimals = ''] = /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  return euros === '' ? null : Number(euros + decimals.padEnd(2, '0'));
}
