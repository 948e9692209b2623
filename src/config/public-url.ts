import { tokenLength } from '../kernel/identifiers.ts';
import { type ReturnOutcome, returnOutcomes } from '../modules/payments/provider.ts';

/** Paybox manual, PBX_EFFECTUE and PBX_REPONDRE_A: an address of ours has 150 characters at most. */
const longestBankAddress = 150;
/** Paybox manual, PBX_REPONDRE_A: where its notifications go. The port is empty where it is the scheme's own. */
const payboxPorts = new Set(['', '80', '443', '8080', '8081', '8082', '8083', '8084', '8085']);

const longestOutcome = returnOutcomes.reduce<ReturnOutcome>((a, b) => (b.length > a.length ? b : a), 'success');

type Deployed = {
  readonly isProduction: boolean;
  readonly usesPaybox: boolean;
  /** Their ids. */
  readonly societes: readonly string[];
};

/** The problems of the public URL for customers and banks. */
export function problemsOfPublicUrl(publicUrl: string, { isProduction, usesPaybox, societes }: Deployed): string[] {
  const url = new URL(publicUrl);
  const problem = (condition: boolean, text: string): string[] => (condition ? [`publicUrl: ${text}.`] : []);
  const longest = Math.max(...bankAddresses(publicUrl, societes).map(({ length }) => length));
  return [
    ...problem(isProduction && url.protocol !== 'https:', 'a production deployment needs https'),
    ...problem(
      isProduction && usesPaybox && !payboxPorts.has(url.port),
      'Paybox notifies no other ports than 80, 443 and 8080 to 8085',
    ),
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
    ...['paybox', 'labanquepostale'].flatMap((target) =>
      societes.map((id) => `${publicUrl}/notify/${target}/${encodeURIComponent(id)}`),
    ),
  ];
}
