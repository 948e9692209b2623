export type Casing = 'camel' | 'pascal';

/** How one answer is written: the casing of the envelope, and whether names without a value are written as null. */
export type JsonStyle = { readonly casing: Casing; readonly writesNulls: boolean };

/**
 * `?jsconfig=`: comma-separated `key` or `key:value`. `eccn`, `tc` and `inv` count; `dh` chooses how dates are
 * written, and there are none; unknown keys are ignored.
 */
export function applyJsonConfig(style: JsonStyle, jsonConfig: string): JsonStyle {
  if (jsonConfig === '') return style;
  let { casing, writesNulls } = style;
  for (const entry of jsonConfig.toLowerCase().split(',')) {
    const [key = '', value = ''] = entry.split(':', 2).map((part) => part.trim());
    const isOn = value !== 'false' && value !== '0';
    if (key === 'eccn' && isOn) casing = 'camel';
    if (key === 'tc' && (value === 'cc' || value === 'camelcase')) casing = 'camel';
    if (key === 'tc' && (value === 'pc' || value === 'pascalcase')) casing = 'pascal';
    if (key === 'inv') writesNulls = isOn;
  }
  return { casing, writesNulls };
}
