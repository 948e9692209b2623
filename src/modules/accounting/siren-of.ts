import type { Societe } from '../../kernel/merchant.ts';
import { ownTarget } from '../../kernel/vocabulary.ts';
import { accountOf } from '../payments/provider.ts';
import type { Books } from './journal.ts';

/** The SIREN under which a société's books are filed: null where the config does not say. */
export function sirenOf(
  societes: ReadonlyMap<string, Societe>,
  { idSociete, runMode }: Books,
): { readonly siren: string | null; readonly isShared: boolean } {
  const of = (societe: Societe | undefined): string | null =>
    (societe && accountOf(societe, ownTarget, runMode)?.siren) ?? null;
  const siren = of(societes.get(idSociete));
  return { siren, isShared: siren !== null && [...societes.values()].filter((one) => of(one) === siren).length > 1 };
}
