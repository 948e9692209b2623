import { actingName, type Caller } from '../../../kernel/caller.ts';
import { type Issue, MandateStateError, refuseInput } from '../../../kernel/errors.ts';
import { judgeInput } from '../../../kernel/parse-input.ts';
import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import {
  type ChangedMandate,
  changeMandate,
  changeMandateStatus,
  type MandateServices,
  wrongState,
} from './change-mandate.ts';
import { canChangeMandate, hasLapsedBy, type Mandate, type Signature } from './mandate.ts';
import { activateMandateInput, signMandateInput } from './mandate-input.ts';

/**
 * Records the debtor's signature and its proof. A CORE mandate can be used from then on; a B2B one waits for the
 * debtor's bank. The same signature again changes nothing.
 * @throws InvalidInputError, NotAllowedError, MandateStateError
 */
export function signMandate(services: MandateServices, caller: Caller, input: unknown): Promise<ChangedMandate> {
  const judged = judgeInput(signMandateInput, input, ({ signedOn }, found) => {
    found.push(...problemsOfFuture(services, { signedOn }));
  });
  const { id, ...given } = judged.input;
  const { signedOn, method, place = null, evidenceDigest = null } = given;
  const signature: Signature = { signedOn, method, place, evidenceDigest };
  return changeMandate(services, caller, id, async (transaction, mandate) => {
    const to = mandate.scheme === 'B2B' ? 'SIGNED' : 'ACTIVE';
    if (isSame(mandate.signature, signature)) return { mandate, changed: false };
    if (mandate.debtor === null) throw new MandateStateError('The debtor was erased and cannot sign.');
    if (!canChangeMandate(mandate.status, to, 'SIGNATURE')) throw wrongState(mandate, to);
    if (hasLapsedBy({ ...mandate, status: to, signature }, parisDateOf(services.clock()))) {
      refuseInput('signedOn', 'signedOn must be less than 36 months ago: a new mandate must be signed.');
    }
    const changed = await changeMandateStatus(services, transaction, mandate, {
      to,
      by: actingName(caller),
      data: { cause: 'SIGNATURE', signedOn, method, evidenceDigest },
      change: { signature },
    });
    return { mandate: changed, changed: true };
  });
}

/**
 * Records that the debtor's bank knows a B2B mandate: without that it refuses every debit. A mandate that is active
 * stays as it is.
 * @throws InvalidInputError, NotAllowedError, MandateStateError
 */
export function activateMandate(services: MandateServices, caller: Caller, input: unknown): Promise<ChangedMandate> {
  const judged = judgeInput(activateMandateInput, input, ({ bankConfirmedOn }, found) => {
    found.push(...problemsOfFuture(services, { bankConfirmedOn }));
  });
  const { id, bankConfirmedOn } = judged.input;
  return changeMandate(services, caller, id, async (transaction, mandate) => {
    if (mandate.status === 'ACTIVE') return { mandate, changed: false };
    if (!canChangeMandate(mandate.status, 'ACTIVE', 'BANK_CONFIRMATION')) throw wrongState(mandate, 'ACTIVE');
    if (!bankConfirmedOn)
      refuseInput(
        'bankConfirmedOn',
        "bankConfirmedOn is missing: a B2B mandate needs the day on which the debtor's bank confirmed it.",
      );
    const changed = await changeMandateStatus(services, transaction, mandate, {
      to: 'ACTIVE',
      by: actingName(caller),
      data: { cause: 'BANK_CONFIRMATION', bankConfirmedOn },
      change: { bankConfirmedOn },
    });
    return { mandate: changed, changed: true };
  });
}

type Dates = Readonly<Record<string, string | null | undefined>>;

export function problemsOfFuture({ clock }: Pick<MandateServices, 'clock'>, dates: Dates): Issue[] {
  const today = parisDateOf(clock());
  return Object.entries(dates).flatMap(([field, date]) =>
    date && date > today ? [{ path: [field], message: `${field} lies in the future.` }] : [],
  );
}

const isSame = (signature: Mandate['signature'], given: Signature): boolean =>
  signature !== null &&
  signature.signedOn === given.signedOn &&
  signature.method === given.method &&
  signature.place === given.place &&
  signature.evidenceDigest === given.evidenceDigest;
