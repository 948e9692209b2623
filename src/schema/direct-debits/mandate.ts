import { MandateStateError } from '../../kernel/errors.ts';
import type { PostalAddress as PostalAddressRecord } from '../../kernel/sepa/mandate.ts';
import { factOf } from '../../kernel/stored-facts.ts';
import { type ChangedMandate, mandateFormUrl } from '../../modules/direct-debits/mandates/change-mandate.ts';
import {
  type Debtor,
  lapsesOn,
  type Mandate as MandateRecord,
  maskIban,
  type Signature,
} from '../../modules/direct-debits/mandates/mandate.ts';
import type { MandateEvent as EventRecord } from '../../modules/direct-debits/mandates/mandate-event.ts';
import { readMandate, readMandateEvent } from '../../modules/direct-debits/mandates/read-mandates.ts';
import { builder, connectionOf, pageArguments } from '../builder.ts';
import { personField } from '../people/person.ts';
import { refusals } from '../refusals.ts';
import {
  MandateCause,
  MandateEventType,
  MandateScheme,
  MandateStatus,
  MandateType,
  PaymentRunMode,
} from '../server/enums.ts';
import { pageOf, pageSize } from '../server/page.ts';

const PostalAddress = builder.objectRef<PostalAddressRecord>('PostalAddress').implement({
  description: 'A postal address in parts, as SEPA wants it.',
  fields: (t) => ({
    street: t.exposeString('street', { nullable: true, description: 'The street.' }),
    buildingNumber: t.exposeString('buildingNumber', {
      nullable: true,
      description: 'The number in the street.',
    }),
    postalCode: t.exposeString('postalCode', { nullable: true, description: 'Postal code.' }),
    town: t.exposeString('town', { description: 'Town.' }),
    country: t.exposeString('country', { description: 'ISO 3166-1 alpha-2.' }),
  }),
});

const MandateDebtor = builder.objectRef<Debtor>('MandateDebtor').implement({
  description: 'Who is debited.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the bank of the account knows it.' }),
    maskedIban: t.string({
      description: 'The account: its beginning and its last four characters. `showIban` shows the whole.',
      resolve: ({ iban }) => maskIban(iban),
    }),
    bic: t.exposeString('bic', {
      nullable: true,
      description: "The account's bank, where it was given.",
    }),
    address: t.expose('address', {
      type: PostalAddress,
      nullable: true,
      description: 'Where it was given.',
    }),
  }),
});

const MandateSignature = builder.objectRef<Signature>('MandateSignature').implement({
  description: 'How the debtor signed.',
  fields: (t) => ({
    signedOn: t.expose('signedOn', { type: 'Date', description: 'When.' }),
    place: t.exposeString('place', { nullable: true, description: 'Where.' }),
    method: t.exposeString('method', { description: 'On paper, or by which procedure.' }),
    evidenceDigest: t.exposeString('evidenceDigest', {
      nullable: true,
      description: 'SHA-256 of the signed document.',
    }),
  }),
});

const MandateEvent = builder.node(builder.objectRef<EventRecord>('MandateEvent'), {
  id: { resolve: ({ id }) => id, description: '`mev_…`' },
  loadOne: (id, { services, caller }) => readMandateEvent(services, caller, id),
  description: 'Something that happened to a mandate. Holds four digits of an account at most.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: '1, 2, 3… within the mandate.' }),
    type: t.expose('type', { type: MandateEventType, description: 'What happened.' }),
    status: t.expose('status', { type: MandateStatus, description: 'The status after it.' }),
    cause: t.field({
      type: MandateCause,
      nullable: true,
      description: 'Why the status changed, where it changed.',
      resolve: ({ data }) => factOf(data, 'cause'),
    }),
    reason: t.string({
      nullable: true,
      description: "The code that was given, or the bank's.",
      resolve: ({ data }) => factOf(data, 'reason') ?? factOf(data, 'bankCode'),
    }),
    fields: t.string({
      nullable: true,
      description: 'What an amendment changed: names of fields, with blanks between.',
      resolve: ({ data }) => factOf(data, 'fields'),
    }),
    by: t.exposeString('by', {
      description: 'The client that did it, or `console/per_…` for a person; `clock` or `bank`.',
    }),
    byPerson: personField(t, 'The person that did it, in the console.', ({ by }) => by),
    createdAt: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
  }),
});

const MandateEventConnection = connectionOf(MandateEvent, 'MandateEvent', 'events', 'An event');

export const Mandate = builder.node(builder.objectRef<MandateRecord>('Mandate'), {
  id: { resolve: ({ id }) => id, description: '`mdt_…`' },
  loadOne: (id, { services, caller }) => readMandate(services, caller, id),
  description: 'The right to debit a customer, and its state.',
  fields: (t) => ({
    rum: t.exposeString('rum', {
      description: 'Its reference (RUM), unique for the creditor and never given twice.',
    }),
    ics: t.exposeString('ics', { description: "The creditor's identifier (ICS)." }),
    creditorName: t.exposeString('creditorName', { description: 'Whom it allows to debit.' }),
    idSociete: t.exposeString('idSociete', { description: 'The société.' }),
    idClient: t.exposeString('idClient', { description: "The customer's number." }),
    runMode: t.expose('runMode', { type: PaymentRunMode, description: '`TEST` or `LIVE`.' }),
    scheme: t.expose('scheme', { type: MandateScheme, description: 'Under which rules.' }),
    type: t.expose('type', { type: MandateType, description: 'How often it may be used.' }),
    status: t.expose('status', { type: MandateStatus, description: 'Where it stands.' }),
    debtor: t.expose('debtor', {
      type: MandateDebtor,
      nullable: true,
      description: 'Who is debited; null once it was erased.',
    }),
    signature: t.expose('signature', {
      type: MandateSignature,
      nullable: true,
      description: 'How it was signed.',
    }),
    bankConfirmedOn: t.expose('bankConfirmedOn', {
      type: 'Date',
      nullable: true,
      description: "When the debtor's bank confirmed that it knows it (B2B).",
    }),
    lastCollectedOn: t.expose('lastCollectedOn', {
      type: 'Date',
      nullable: true,
      description: 'Due date of the last debit that went to the bank.',
    }),
  }),
});

builder.objectFields(Mandate, (t) => ({
  lapsesOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'The day on which it is void if no debit is taken: 36 months after the last one.',
    resolve: (mandate) => lapsesOn(mandate),
  }),
  hasPendingAmendment: t.boolean({
    description: 'The next debit tells the bank of a change.',
    resolve: ({ amendment }) => amendment !== null,
  }),
  endsWithNext: t.exposeBoolean('endsWithNext', {
    description: 'The next debit is the last one (`FNAL`).',
  }),
  formUrl: t.field({
    type: 'URL',
    description:
      'The form for the debtor to sign, ready to print; once signed, its account is masked. A holder of the link sees it while the mandate lives, and without a signature for ninety days: treat it like the form.',
    resolve: (mandate, _args, { services }) => mandateFormUrl(services.settings.publicUrl, mandate),
  }),
  events: t.field({
    type: MandateEventConnection,
    description: 'The story of the mandate, oldest first.',
    args: pageArguments(t, 'event', 50),
    resolve: async ({ id }, { first, after }, { services }) => {
      const size = pageSize(first, 50);
      const sequence = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
      const events = await services.store.mandateEventsOf(id, sequence, size + 1);
      return pageOf(events, size, (event) => String(event.sequence), sequence > 0);
    },
  }),
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was recorded.' }),
  updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
}));

export const ChangeMandateSuccess = builder.objectRef<ChangedMandate>('ChangeMandateSuccess').implement({
  description: 'It was done, or had been done before.',
  fields: (t) => ({
    mandate: t.expose('mandate', {
      type: Mandate,
      description: 'The mandate, as it stands now.',
    }),
    changed: t.exposeBoolean('changed', {
      description: 'False where the mandate stood like this before.',
    }),
  }),
});

export const PostalAddressInput = builder.inputType('PostalAddressInput', {
  description: 'A postal address in parts, as SEPA wants it.',
  fields: (t) => ({
    street: t.string({ description: 'The street: 70 characters.' }),
    buildingNumber: t.string({ description: 'The number in the street: 16 characters.' }),
    postalCode: t.string({ description: 'Postal code: 16 characters.' }),
    town: t.string({ required: true, description: 'Town: 35 characters.' }),
    country: t.string({ required: true, description: 'ISO 3166-1 alpha-2.' }),
  }),
});

/** The errors of a change of a mandate. */
export const mandateRefusals = refusals('The mandate as it stands now, or why nothing was changed.', MandateStateError);
