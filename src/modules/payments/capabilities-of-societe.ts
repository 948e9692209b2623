import type { Societe } from '../../kernel/merchant.ts';
import {
  type EffectiveRunMode,
  ownTarget,
  type PaymentTarget,
  type PaymentType,
  paymentTarget,
  paymentType,
} from '../../kernel/vocabulary.ts';
import type { Capability, PaymentFlow } from './capabilities.ts';
import { accountOf, type Providers } from './provider.ts';

type Known = { readonly providers: Providers };

/** Null where the target does not take the type. */
export const flowOf = ({ providers }: Known, target: PaymentTarget, type: PaymentType): PaymentFlow | null =>
  providers[target].flows[type] ?? null;

/** The whole table, one cell an entry, in the order of the legacy ordinals. */
export const capabilities = (known: Known): readonly Capability[] =>
  paymentTarget.names.flatMap((target) =>
    paymentType.names.map((type) => ({ paymentTarget: target, paymentType: type, flow: flowOf(known, target, type) })),
  );

export type CapabilityOfSociete = Capability & {
  /** Those for which the société has an account there that takes the type. */
  readonly runModes: readonly EffectiveRunMode[];
};

/** The whole table, as far as a société has the accounts for it. */
export const capabilitiesOf = (known: Known, societe: Societe): readonly CapabilityOfSociete[] =>
  capabilities(known).map((capability) => ({
    ...capability,
    runModes: (['TEST', 'LIVE'] as const).filter((runMode) => takes(societe, capability, runMode)),
  }));

function takes(societe: Societe, { paymentTarget: target, flow }: Capability, runMode: EffectiveRunMode): boolean {
  if (flow === null) return false;
  if (flow === 'DIRECT_DEBIT') return accountOf(societe, ownTarget, runMode)?.directDebit !== undefined;
  return accountOf(societe, target, runMode) !== null;
}

/** The combinations that the société has in at least one mode. */
export const allowedAt = (known: Known, societe: Societe): readonly CapabilityOfSociete[] =>
  capabilitiesOf(known, societe).filter(({ runModes }) => runModes.length > 0);
