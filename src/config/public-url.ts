import { tokenLength } from '../kernel/identifiers.ts';
import type { PaymentTarget } from '../kernel/vocabulary.ts';
import { hostedTargets, type ReturnOutcome, returnOutcomes } from '../modules/payments/provider.ts';
import type { AccountKind } from './accounts/account.ts';
import { accountKinds } from './accounts/accounts.ts';

/** Paybox manual, PBX_EFFECTUE and PBX_REPONDRE_A: an address of ours has 150 characters at most. */
const longestBankAddress = 150;

const longestOutcome = returnOutcomes.reduce<ReturnOutcome>((a, b) => (b.length > a.length ? b : a), 'success');

type Deployed = {
  readonly isProduction: boolean;
  /** With an account. */
  readonly targets: readonly PaymentTarget[];
  /** Their ids. */
  readonly societes: readonly string[];
};

/** Whether the gateway shares its host with nothing else, as the console's cookies and addresses need it. */
export const hasOwnHost = (publicUrl: string): boolean => new URL(publicUrl).pathname === '/';

/** The problems of the public URL for customers and banks. */
export function problemsOfPublicUrl(publicUrl: string, { isProduction, targets, societes }: Deployed): string[] {
  const url = new URL(publicUrl);
  const problem = (condition: boolean, text: string): string[] => (condition ? [`publicUrl: ${text}.`] : []);
  const longest = Math.max(...bankAddresses(publicUrl, societes).map(({ length }) => length));
  return [
    ...problem(isProduction && url.protocol !== 'https:', 'a production deployment needs https'),
    ...targets.flatMap((target) => {
      const kind: AccountKind<PaymentTarget, never> = accountKinds[target];
      return (kind.problemsOfPublicUrl?.(url) ?? []).flatMap((text) => problem(isProduction, text));
    }),
    ...problem(
      url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '',
      'must have no user name, query or fragment',
    ),
    ...problem(publicUrl.includes(';'), 'must not hold a semicolon, which Paybox does not take'),
    ...problem(
      longest > longestBankAddress,
      `is too long by ${longest - longestBankAddress}: Paybox takes addresses of ${longestBankAddress} characters`,
    ),
  ];
}

/** The longest URLs of the gateway that banks receive: for the customer's return, and for notifications. */
function bankAddresses(publicUrl: string, societes: readonly string[]): string[] {
  return [
    `${publicUrl}/pay/${'x'.repeat(tokenLength)}/return/${longestOutcome}`,
    ...hostedTargets.flatMap((target) =>
      societes.map((id) => `${publicUrl}/notify/${target.toLowerCase()}/${encodeURIComponent(id)}`),
    ),
  ];
}
