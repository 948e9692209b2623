import type { ReactNode } from 'react';
import type { Refusal } from '../../api/refusals.ts';
import { whenText } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { actionTexts } from './action-texts.ts';

/** What a lost answer of the bank, and a limit of the person, mean for what was asked. */
export function useExplain(): (refusal: Refusal) => ReactNode | null {
  const said = useTexts(actionTexts);
  const { language } = useLanguage();
  return (refusal) => {
    if (refusal.code === 'OUTCOME_UNKNOWN') return <p>{refusal.message}</p>;
    if (!('approval' in refusal)) return null;
    const { expiresAt } = refusal.approval as { readonly expiresAt: string };
    return <p>{said.needsApproval(whenText(expiresAt, language))}</p>;
  };
}
