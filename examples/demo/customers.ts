import { addDays, addMonths } from '../../src/kernel/sepa/target-calendar.ts';
import { done } from '../done.ts';
import { ibanOf } from '../drawn.ts';
import {
  ActivateMandateDocument,
  DrawUpMandateDocument,
  KeepCustomerDocument,
  RevokeMandateDocument,
  SignMandateDocument,
} from '../generated/graphql.ts';
import { workdayAfter } from './agenda.ts';
import type { Demo } from './demo-world.ts';
import type { Dice } from './dice.ts';
import { houses, signs, streets, towns } from './names.ts';

export type MandatePlan = 'USED' | 'LAPSING' | 'DRAFT' | 'UNCONFIRMED' | 'REVOKED' | 'NONE';

export type Customer = {
  readonly idSociete: string;
  readonly idClient: string;
  readonly name: string;
  readonly email: string;
  readonly iban: string;
  readonly payer: Readonly<
    Record<'firstName' | 'lastName' | 'address' | 'zipCode' | 'city' | 'country' | 'phone', string>
  >;
  readonly scheme: 'CORE' | 'B2B';
  readonly mandatePlan: MandatePlan;
  /** Null without one that debits may be made under. */
  mandate: { readonly id: string; readonly rum: string } | null;
};

const customersInAll = 200;
const societeWeights = { '1': 42, '2': 22, '3': 20, '6': 16 } as const;
/** The first customers, so that each kind is there by any seed; the others have a mandate in use, or none. */
const rareMandates: readonly MandatePlan[] = [
  ...(['UNCONFIRMED', 'UNCONFIRMED', 'DRAFT', 'DRAFT', 'DRAFT'] as const),
  ...(['LAPSING', 'LAPSING', 'LAPSING', 'REVOKED', 'REVOKED'] as const),
];
const usedPercent = 46;

export function drawCustomers(dice: Dice): readonly Customer[] {
  const names = houses.flatMap((house) => signs.map((sign) => ({ house, sign, place: dice.below(1_000_000) })));
  const chosen = names.toSorted((one, other) => one.place - other.place).slice(0, customersInAll);
  return chosen.map(({ house, sign }, index): Customer => {
    const slug = `${house} ${sign}`
      .normalize('NFD')
      .toLowerCase()
      .replaceAll('œ', 'oe')
      .replaceAll(/[^a-z ]/g, '')
      .replaceAll(' ', '-');
    const address = `${1 + dice.below(120)} ${dice.pick(streets)}`;
    // A range that France keeps for films and tests.
    const phone = `+3363998${String(dice.below(10_000)).padStart(4, '0')}`;
    return {
      idSociete: dice.weigh(societeWeights),
      idClient: `C${10_000 + index * 7}`,
      name: `${house} ${sign}`,
      email: `${slug}@example.fr`,
      iban: ibanOf(dice.below(10 ** 11)),
      payer: { firstName: house, lastName: sign, address, ...dice.pick(towns), country: 'FR', phone },
      scheme: dice.percent(30) ? 'B2B' : 'CORE',
      mandatePlan: rareMandates[index] ?? (dice.percent(usedPercent) ? 'USED' : 'NONE'),
      mandate: null,
    };
  });
}

/** Everyone enters the directory on the first day; mandates are signed then, or in the months after it. */
export async function welcomeCustomers(demo: Demo): Promise<void> {
  const { gateway, staff, customers, agenda } = demo;
  const dice = demo.dice.of('mandates');
  for (const customer of customers) {
    const { idSociete, idClient, payer } = customer;
    const input = { idSociete, idClient, ...payer };
    const { upsertCustomer } = await gateway.execute(KeepCustomerDocument, { input }, staff.as('comptabilite'));
    done(upsertCustomer, 'UpsertCustomerSuccess');
    gateway.clock.wait(20_000);
    const day = dayOfMandate(demo, customer.mandatePlan, dice);
    if (day !== null) agenda.plan(day, () => drawUpMandate(demo, customer, day));
  }
}

/** Null where there is none. */
function dayOfMandate({ firstDay, lastDay }: Demo, plan: MandatePlan, dice: Dice): string | null {
  const isEarly = dice.percent(80);
  const later = dice.below(110);
  switch (plan) {
    case 'NONE':
      return null;
    case 'DRAFT':
      return workdayAfter(addDays(lastDay, -6), later % 3);
    case 'UNCONFIRMED':
      return workdayAfter(addDays(lastDay, -9), later % 3);
    case 'USED':
      return isEarly ? firstDay : workdayAfter(firstDay, later);
    default:
      return firstDay;
  }
}

async function drawUpMandate(demo: Demo, customer: Customer, day: string): Promise<void> {
  const { gateway, staff, agenda, lastDay } = demo;
  const { idSociete, idClient, scheme: usual, name, iban, payer, mandatePlan: plan } = customer;
  const scheme = plan === 'UNCONFIRMED' ? 'B2B' : usual;
  const address = { street: payer.address, postalCode: payer.zipCode, town: payer.city, country: 'FR' };
  const input = { idSociete, idClient, runMode: 'TEST', scheme, debtor: { name, iban, address } } as const;
  const caller = staff.as('comptabilite');
  const { createMandate } = await gateway.execute(DrawUpMandateDocument, { input }, caller);
  const { id, rum } = done(createMandate, 'CreateMandateSuccess').mandate;
  gateway.clock.wait(60_000);
  if (plan === 'DRAFT') return;
  // Never debited, a mandate lapses 36 months after its signature: this one a month after the last day.
  const signedOn = plan === 'LAPSING' ? addDays(addMonths(lastDay, -36), 30) : day;
  const signature = { id, signedOn, method: 'PAPER', place: payer.city, evidenceDigest: 'ab'.repeat(32) };
  const { signMandate } = await gateway.execute(SignMandateDocument, { input: signature }, caller);
  done(signMandate, 'ChangeMandateSuccess');
  if (plan === 'UNCONFIRMED') return;
  if (scheme === 'B2B') {
    const confirmation = { id, bankConfirmedOn: day };
    const { activateMandate } = await gateway.execute(ActivateMandateDocument, { input: confirmation }, caller);
    done(activateMandate, 'ChangeMandateSuccess');
  }
  if (plan === 'USED') customer.mandate = { id, rum };
  if (plan === 'REVOKED') {
    agenda.plan(workdayAfter(day, 45), async () => {
      const ended = { input: { id, reason: 'CLOSED_BUSINESS' } };
      const { revokeMandate } = await gateway.execute(RevokeMandateDocument, ended, staff.as('comptabilite'));
      done(revokeMandate, 'ChangeMandateSuccess');
    });
  }
}
