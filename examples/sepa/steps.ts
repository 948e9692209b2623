import { done } from '../done.ts';
import {
  ActivateMandateDocument,
  BatchIsSubmittedDocument,
  DrawUpMandateDocument,
  InitiateDocument,
  type InitiatePaymentInput,
  KeepCustomerDocument,
  MakeBatchDocument,
  PaymentStateDocument,
  SignMandateDocument,
} from '../generated/graphql.ts';
import type { Bank, TakenFile } from './bank.ts';
import { endOfTransfer, type PlannedCustomer, type Status, societes, statusOfDebit } from './plan.ts';
import type { RunningGateway } from './running-gateway.ts';

export type Loop = {
  readonly gateway: RunningGateway;
  readonly bank: Bank;
  readonly plan: readonly PlannedCustomer[];
  /** A line of progress. */
  readonly say: (line: string) => void;
};

/** A payment of the demo, and how it has to end. */
export type PlacedPayment = {
  readonly id: string;
  readonly kind: 'DEBIT' | 'TRANSFER' | 'RECORDED';
  readonly customer: PlannedCustomer;
  readonly fate: string;
  readonly expected: Status;
};

const email = 'client@example.fr';
/** A TARGET day, with the end of the year far enough for everything to come back. */
export const firstDay = '2026-11-25';
const signedOn = '2026-11-02';

/** Customers in the directory, and a mandate of each: signed, and for B2B confirmed by the customer's bank. */
export async function welcomeCustomers({ gateway, plan, say }: Loop): Promise<ReadonlyMap<string, string>> {
  const rums = new Map<string, string>();
  for (const { idSociete, idClient, name, iban, scheme } of plan) {
    const [firstName = '', ...others] = name.split(' ');
    const address = { address: '12 rue de la Paix', zipCode: '75002', city: 'Paris', country: 'FR' };
    const customer = { idSociete, idClient, firstName, lastName: others.join(' '), ...address, phone: '+33612345678' };
    done((await gateway.execute(KeepCustomerDocument, { input: customer })).upsertCustomer, 'UpsertCustomerSuccess');
    const debtor = {
      ...{ name, iban },
      address: { street: 'rue de la Paix', buildingNumber: '12', postalCode: '75002', town: 'Paris', country: 'FR' },
    };
    const drawnUp = await gateway.execute(DrawUpMandateDocument, {
      input: { idSociete, idClient, runMode: 'TEST', scheme, debtor },
    });
    const { id, rum } = done(drawnUp.createMandate, 'CreateMandateSuccess').mandate;
    const signature = { id, signedOn, method: 'PAPER', place: 'Paris', evidenceDigest: 'ab'.repeat(32) };
    done((await gateway.execute(SignMandateDocument, { input: signature })).signMandate, 'ChangeMandateSuccess');
    if (scheme === 'B2B') {
      const { activateMandate } = await gateway.execute(ActivateMandateDocument, {
        input: { id, bankConfirmedOn: firstDay },
      });
      done(activateMandate, 'ChangeMandateSuccess');
    }
    rums.set(idClient, rum);
  }
  const interentreprises = plan.filter(({ scheme }) => scheme === 'B2B').length;
  say(`${plan.length} customers, each with a mandate: ${plan.length - interentreprises} CORE, ${interentreprises} B2B`);
  return rums;
}

/** The payments, each by the door of its customer. */
export async function initiatePayments({ gateway, plan, say }: Loop): Promise<readonly PlacedPayment[]> {
  const placed: PlacedPayment[] = [];
  for (const [index, customer] of plan.entries()) {
    const ask = (type: 'DIRECT_SEPA' | 'SEPA' | 'COMPTABILITE', cents: number) =>
      initiate(gateway, customer, { type, cents, order: `${type.at(0)}${1000 + index}` });
    const { debit, transfer, recordedCents } = customer;
    const debited = await ask('DIRECT_SEPA', debit.amountCents);
    placed.push({ id: debited, kind: 'DEBIT', customer, fate: debit.fate, expected: statusOfDebit[debit.fate] });
    const awaited = await ask('SEPA', transfer.amountCents);
    const { status } = endOfTransfer[transfer.fate];
    placed.push({ id: awaited, kind: 'TRANSFER', customer, fate: transfer.fate, expected: status });
    if (recordedCents !== null) {
      const id = await ask('COMPTABILITE', recordedCents);
      placed.push({ id, kind: 'RECORDED', customer, fate: 'RECORDED', expected: 'PAID' });
    }
  }
  const byRest = placed.filter(({ customer }) => customer.door === 'REST').length;
  say(`${placed.length} payments: ${placed.length - byRest} by GraphQL, ${byRest} by the old URL`);
  return placed;
}

type Order = { readonly type: 'DIRECT_SEPA' | 'SEPA' | 'COMPTABILITE'; readonly cents: number; readonly order: string };

async function initiate(
  gateway: RunningGateway,
  { door, idSociete, idClient }: PlannedCustomer,
  { type, cents, order }: Order,
): Promise<string> {
  if (door === 'REST') {
    const segments = ['MILLIET', 'TEST', type, 'demo', idSociete, idClient, order, type, String(cents), email];
    const response = await gateway.fetch(`/payment_initiate/${segments.map(encodeURIComponent).join('/')}.json`);
    const answer = (await response.json()) as { payment_id?: string };
    if (!response.ok || !answer.payment_id) throw new Error(`the old URL answered ${JSON.stringify(answer)}`);
    return answer.payment_id;
  }
  const input: InitiatePaymentInput = {
    ...{ paymentTarget: 'MILLIET', paymentRunMode: 'TEST', paymentType: type, idOrigin: 'demo', idSociete, idClient },
    ...{ idCommande: order, amount: cents, email },
    ...(type === 'COMPTABILITE' && {
      accounting: { means: 'CHEQUE', pieceReference: `CHQ ${order}`, operator: 'demo' },
    }),
  };
  const { initiatePayment } = await gateway.execute(InitiateDocument, { input });
  return done(initiatePayment, 'InitiatePaymentSuccess').payment.id;
}

/** A direct debit of a customer who never signed is refused, by either door. */
export async function tryWithoutMandate({ gateway, plan, say }: Loop): Promise<readonly string[]> {
  const [first] = plan;
  if (!first) return [];
  const answers = [];
  for (const door of ['GRAPHQL', 'REST'] as const) {
    const stranger = { ...first, door, idClient: 'STRANGER' };
    const refusal = await initiate(gateway, stranger, { type: 'DIRECT_SEPA', cents: 1250, order: 'D1' }).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    answers.push(/MandateRequired/.test(refusal) ? null : `a debit without a mandate was answered ${refusal}`);
  }
  say('a debit without a mandate is refused by both doors: MandateRequired');
  return answers.filter((it) => it !== null);
}

/** The scripts of the bank for the debits, by mandate, account or amount. */
export async function instructBank({ bank, plan }: Loop, rums: ReadonlyMap<string, string>): Promise<void> {
  for (const { debit, idClient, iban } of plan) {
    const rum = rums.get(idClient);
    const { fate, amountCents } = debit;
    if (fate === 'REJECTED') await bank.script({ kind: 'REJECT', rum, reason: 'AC04' });
    if (fate === 'REJECTED_LATE') await bank.script({ kind: 'REJECT_ON_DUE_DATE', iban, reason: 'MS02' });
    if (fate === 'RETURNED')
      await bank.script({ kind: 'RETURN', amountCents, reason: 'AM04', feeCents: returnFeeCents });
    if (fate === 'REFUNDED') await bank.script({ kind: 'REFUND', rum, reason: 'MD06', afterDays: 8 });
    if (fate === 'UNKNOWN_CODE') await bank.script({ kind: 'RETURN', rum, reason: 'ZZ99' });
  }
}

export const returnFeeCents = 89;

/** Two weeks ahead: debits that are announced today are due then. */
const cutOff = '2026-12-09';

/** One file for each société and scheme, taken from the gateway and handed over to the bank. */
export async function sendBatches({ gateway, bank, say }: Loop): Promise<readonly { name: string; xml: string }[]> {
  const files: { name: string; xml: string }[] = [];
  for (const idSociete of societes) {
    const { createDirectDebitBatch } = await gateway.execute(MakeBatchDocument, {
      input: { idSociete, runMode: 'TEST', cutOff },
    });
    const made = done(createDirectDebitBatch, 'CreateDirectDebitBatchSuccess');
    if (made.moreIsDue || made.heldBack.length > 0) throw new Error(`held back: ${made.heldBack[0]?.reason}`);
    for (const { id, scheme, debits, total, file } of made.batches) {
      const xml = await (await gateway.fetch(file.url)).text();
      const taken = await bank.handOver(xml);
      say(`société ${idSociete}, ${scheme}: ${file.format} of ${debits} debits, ${total.formatted}: ${tell(taken)}`);
      if (taken.status === 'REJECTED') throw new Error('the bank refused the whole file');
      const { markDirectDebitBatchSubmitted } = await gateway.execute(BatchIsSubmittedDocument, { input: { id } });
      done(markDirectDebitBatchSubmitted, 'ChangeDirectDebitBatchSuccess');
      files.push({ name: file.name, xml });
    }
  }
  return files;
}

const tell = ({ status, rejected, faults }: TakenFile): string =>
  `${status}${rejected > 0 ? `, ${rejected} rejected (${[...new Set(faults.map(({ code }) => code))].join(', ')})` : ''}`;

/** From the first day until nothing can come back any more. */
const bankingDays = 21;

/**
 * Lets the days pass: customers transfer, debits are settled and come back, and every morning the bank hands over what
 * it has, by upload and into the watched folder in turn. `deliver: false`: it keeps all for itself.
 */
export async function passDays(
  loop: Loop,
  payments: readonly PlacedPayment[],
  { deliver = true } = {},
): Promise<string[]> {
  const { gateway, bank, say } = loop;
  const transfers = await transfersOf(gateway, payments);
  const problems: string[] = [];
  for (let index = 0; index < bankingDays; index++) {
    const today = transfers.filter(({ dayOffset }) => dayOffset === index);
    for (const { transfer } of today) await bank.transfer(transfer);
    const { day, settled, rejected, returned, refunded } = await bank.nextDay();
    gateway.wakeUpOn(day);
    const way = index % 2 === 0 ? 'UPLOAD' : 'FOLDER';
    const delivered = deliver ? await bank.deliver(way) : [];
    if (way === 'FOLDER' && deliver) await takeFromFolder(gateway);
    for (const { document, answer } of delivered.filter((it) => !it.delivered)) problems.push(`${document}: ${answer}`);
    const events = { transfers: today.length, settled, rejected, returned, refunded, 'files in': delivered.length };
    const told = Object.entries(events).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
    if (told.length > 0) say(`${day}  ${told.join(', ')}${delivered.length > 0 ? ` by ${way.toLowerCase()}` : ''}`);
  }
  return problems;
}

/** A file is taken where it is the same at two looks, by the gateway's clock. */
async function takeFromFolder(gateway: RunningGateway): Promise<void> {
  await gateway.runWorker('bank-files');
  gateway.letPass(2_000);
  await gateway.runWorker('bank-files');
}

/** What the customers will transfer, and on which day. */
async function transfersOf(gateway: RunningGateway, payments: readonly PlacedPayment[]) {
  const planned: { readonly dayOffset: number; readonly transfer: object }[] = [];
  for (const { id, kind, customer } of payments) {
    if (kind !== 'TRANSFER') continue;
    const { payment } = await gateway.execute(PaymentStateDocument, { id });
    const action = payment?.nextAction;
    if (!action || !('iban' in action)) throw new Error('an awaited transfer says how to pay it');
    const { fate, amountCents, dayOffset } = customer.transfer;
    const common = {
      account: action.iban,
      reference: action.reference,
      payer: 'CLIENT DE LA DEMO',
      payerAccount: customer.iban,
    };
    const pay = (cents: number, later = 0, manner = 'STRUCTURED') =>
      planned.push({ dayOffset: dayOffset + later, transfer: { ...common, amountCents: cents, manner } });
    switch (fate) {
      case 'NEVER':
        break;
      case 'OVERPAID':
        pay(amountCents + 500);
        break;
      case 'UNDERPAID':
        pay(amountCents - 300);
        break;
      case 'IN_PARTS':
        pay(amountCents - 400);
        pay(400, 2);
        break;
      case 'TWICE':
        pay(amountCents);
        pay(amountCents, 1, 'FREE_TEXT');
        break;
      default:
        pay(amountCents, 0, fate);
    }
  }
  return planned;
}

/** Everything once more: in the other version of the messages, and backwards. */
export async function deliverOnceMore({ bank, say }: Loop): Promise<string[]> {
  const names = (await bank.documents('02')).flatMap(({ name, isFinal }) => (isFinal ? [name] : []));
  const delivered = await bank.deliver('UPLOAD', names.toReversed());
  say(`${delivered.length} files once more, backwards and in the version of 2009: nothing may change`);
  return delivered.filter((it) => !it.delivered).map(({ document, answer }) => `${document}: ${answer}`);
}
