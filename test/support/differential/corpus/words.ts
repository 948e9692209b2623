import { type Entry, ordinary, type Step } from '../two-doors.ts';

/** The ordinary payment in the words of the old interface, in the order of its path. */
export const fields = {
  payment_target: ordinary.paymentTarget,
  payment_run_mode: ordinary.paymentRunMode,
  payment_type: ordinary.paymentType,
  id_origin: ordinary.idOrigin,
  id_societe: ordinary.idSociete,
  id_client: ordinary.idClient,
  id_commande: ordinary.idCommande,
  type_paiement: ordinary.typePaiement,
  amount: String(ordinary.amount),
  email: ordinary.email,
};

type Legacy = Step['legacy'];
type Input = Step['graphql']['input'];
/** Headers that go with both requests, and what became of the payment before. */
type More = { readonly headers?: Readonly<Record<string, string>>; readonly after?: Step['after'] };

/** The path of the ordinary payment. `own` is what differs in it, as it is written there; `tail` comes after it. */
export const url = (own: Partial<Record<keyof typeof fields, string>> = {}, tail = ''): Legacy => ({
  path: `/payment_initiate/${Object.values({ ...fields, ...own }).join('/')}${tail}`,
});

export function step(outcome: string, legacy: Legacy, input: Input, { headers, after }: More = {}): Step {
  const sent = headers && { headers };
  return { ...(after && { after }), outcome, legacy: { ...legacy, ...sent }, graphql: { input, ...sent } };
}

/** `next` comes after it, in this order. */
export const entry = (
  name: string,
  outcome: string,
  legacy: Legacy,
  input: Input,
  { next, ...more }: More & { readonly next?: readonly Step[] } = {},
): Entry => ({ name, ...step(outcome, legacy, input, more), ...(next && { next }) });

/** A payment that is made with another target and type, in the words of both doors. */
export const of = (target: string, type: string) => ({
  url: { payment_target: target, payment_type: type, type_paiement: type },
  input: { paymentTarget: target, paymentType: type, typePaiement: type },
});

export const transfer = of('MILLIET', 'SEPA');
export const booking = of('MILLIET', 'COMPTABILITE');
export const debit = of('MILLIET', 'DIRECT_SEPA');

/** The headers of a client of `differential-config.ts`. */
export const as = (client: string) => ({ 'X-API-Key': client });
