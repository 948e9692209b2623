import type { z } from 'zod';
import { type EffectiveRunMode, type PaymentTarget, paymentTarget } from '../../kernel/vocabulary.ts';
import type { AccountKind } from './account.ts';
import { accountKinds as kinds } from './generated/account-kinds.ts';

/** The accounts of each target. */
export const accountKinds = kinds satisfies { readonly [Target in PaymentTarget]: AccountKind<Target, never> };

export const accountTargets = paymentTarget.names;
export const modes = ['TEST', 'LIVE'] as const;

export type AccountEntries = {
  readonly [Target in PaymentTarget]?:
    | { readonly [Mode in EffectiveRunMode]?: z.output<(typeof accountKinds)[Target]['schema']> | undefined }
    | undefined;
};

type Entry = z.output<(typeof accountKinds)[PaymentTarget]['schema']>;

export type WrittenAccount = {
  readonly idSociete: string;
  readonly target: PaymentTarget;
  readonly runMode: EffectiveRunMode;
  readonly path: string;
  readonly entry: Entry;
  readonly kind: AccountKind<PaymentTarget, Entry>;
};

/** Each account of the file, with what its kind knows of it. */
export const writtenAccounts = (societes: Readonly<Record<string, AccountEntries>> = {}): readonly WrittenAccount[] =>
  Object.entries(societes).flatMap(([idSociete, societe]) =>
    accountTargets.flatMap((target) =>
      modes.flatMap((runMode) => {
        const entry = societe[target]?.[runMode];
        const path = `societes.${idSociete}.${target}.${runMode}`;
        // An entry goes to its own kind alone.
        const kind = accountKinds[target] as AccountKind<PaymentTarget, never> as AccountKind<PaymentTarget, Entry>;
        return entry ? [{ idSociete, target, runMode, path, entry, kind }] : [];
      }),
    ),
  );

/** The problems of the accounts of each kind with each other. */
export function problemsOfAccounts(societes: Readonly<Record<string, AccountEntries>> = {}): readonly string[] {
  const written = writtenAccounts(societes);
  return accountTargets.flatMap((target) => {
    const ofKind = written.filter((account) => account.target === target);
    return ofKind[0]?.kind.problemsTogether?.(ofKind) ?? [];
  });
}
