import type { LanguageOf } from '../../kernel/locale/language.ts';
import type { Casing } from '../request/json-config.ts';

/** Facts about this deployment for the documentation. */
export type DocumentationSettings = {
  /** Where the old systems reach this gateway; the samples are addresses on it. No trailing slash. */
  readonly publicUrl: string;
  readonly envelopeCasing: Casing;
  /** Whether a caller must be known, by its network or its key. */
  readonly identifiesCallers: boolean;
  readonly languageOf: LanguageOf;
};
