/**
 * Codes of CFONB's list of reasons ("codes motif de rejet"), and the codes of ISO 20022 with the same words in the French
 * banks' lists. A code without such a pair (32: a court's decision, 65: asked back) stays a text: nothing follows from it.
 */
const reasons: Readonly<Record<string, string>> = {
  ...{ 12: 'AC01', 14: 'AC04', 20: 'AM04', 31: 'MD01', 34: 'AC06', 35: 'MD07', 52: 'AG02', 58: 'MS02', 59: 'MS03' },
  ...{ 60: 'RC01', 63: 'SL01', 64: 'AM05', 66: 'MD02', 80: 'MD06', 99: 'AG01' },
};

export const reasonOfRejectCode = (code: string): string | null =>
  Object.hasOwn(reasons, code) ? (reasons[code] ?? null) : null;

/** Empty where no reason is given. */
export const textOfRejectCode = (code: string): string => (/^0*$/.test(code) ? '' : `MOTIF ${code}`);
