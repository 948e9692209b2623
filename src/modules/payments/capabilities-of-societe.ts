import type { Societe } from '../../kernel/merchant.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import { type Capability, capabilities } from './capabilities.ts';
import { accountOf } from './provider.ts';

export type CapabilityOfSociete = Capability & {
  /** Those for which the société has an account there. */
  readonly runModes: readonly EffectiveRunMode[];
};

/** The whole table, as far as a société has the accounts for it. */
export const capabilitiesOf = (societe: Societe): readonly CapabilityOfSociete[] =>
  capabilities.map((capability) => ({
    ...capability,
    runModes: (['TEST', 'LIVE'] as const).filter(
      (runMode) => capability.flow !== null && accountOf(societe, capability.paymentTarget, runMode) !== null,
    ),
  }));

/** The combinations that the société has in at least one mode. */
export const allowedAt = (societe: Societe): readonly CapabilityOfSociete[] =>
  capabilitiesOf(societe).filter(({ runModes }) => runModes.length > 0);
