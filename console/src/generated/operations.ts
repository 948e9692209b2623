/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocument } from '@reglement/client';
/** What accounting says of a payment that it records. */
export type AccountingInput = {
  /** The day under which it is booked: open, and 31 days ahead at most. Today when left out. */
  date?: string | null | undefined;
  /** How the money came. Left out it follows from `typePaiement`; where that is `COMPTABILITE` too, it is the default of the société. */
  means?: AccountingMeans | null | undefined;
  /** Who recorded it: 64 characters at most. The client when left out. */
  operator?: string | null | undefined;
  /** The piece that proves it (a cheque's number, say): 35 characters at most. The order's number when left out, or the payment's reference. */
  pieceReference?: string | null | undefined;
};

/** How money came in that accounting records. */
export type AccountingMeans =
  /** By card, at a terminal for instance. */
  | 'CARD'
  /** In cash. */
  | 'CASH'
  /** By cheque, to be handed in at the bank. */
  | 'CHEQUE'
  /** By a direct debit that was made elsewhere. */
  | 'DIRECT_DEBIT'
  /** Not at all: set off against a credit note or a debt of ours. */
  | 'OFFSET'
  /** Not known yet: it stands on the suspense account until accounting says. */
  | 'OTHER'
  /** By transfer to the company's account. */
  | 'TRANSFER';

/** That the debtor's bank knows the mandate. */
export type ActivateMandateInput = {
  /** When it confirmed: needed for a B2B mandate. */
  bankConfirmedOn?: string | null | undefined;
  /** `mdt_…` */
  id: string | number;
};

/** What changes; what is left out stays. */
export type AmendMandateInput = {
  /** A new address. */
  address?: PostalAddressInput | null | undefined;
  /** The account's bank. */
  bic?: string | null | undefined;
  /** The debtor's new name. */
  debtorName?: string | null | undefined;
  /** True: the next debit is the last one (`FNAL`). */
  endsWithNext?: boolean | null | undefined;
  /** A new account. A B2B mandate waits for the new bank then (`activateMandate`). */
  iban?: string | null | undefined;
  /** `mdt_…` */
  id: string | number;
  /** A new reference. */
  rum?: string | null | undefined;
  /** True: the creditor's name and identifier (ICS) become those of the société's config. */
  takesCreditorOfConfig?: boolean | null | undefined;
};

/** Amounts in cents, both ends included; an end that is left out does not restrict. */
export type AmountRange = {
  /** The lowest. */
  from?: string | number | null | undefined;
  /** The highest. */
  to?: string | number | null | undefined;
};

/** Why a second person has to decide. */
export type ApprovalCause =
  /** With it, the refunds of the one who asks are above the limit for this day. */
  | 'DAY'
  /** Every change of this kind waits. */
  | 'KIND'
  /** With it, the refunds of this payment are above the limit. */
  | 'PAYMENT';

/** What a second person decides. */
export type ApprovalDecision =
  /** It is carried out: the bank is asked to give the money back, or the change is made. */
  | 'APPROVE'
  /** Nothing is done. */
  | 'REFUSE';

/** What waits for a second person. */
export type ApprovalKind =
  /** A mandate that is to have another account. */
  | 'AMEND_MANDATE'
  /** A refund above the limit of the one who asks. */
  | 'REFUND'
  /** A payment in review that is to be `PAID`. */
  | 'REVIEW_PAYMENT';

/** Whether a second person has decided. */
export type ApprovalStatus =
  /** A second person approved it, and it was carried out. Of a refund, `refund` says what the bank did. */
  | 'APPROVED'
  /** It was not decided in seven days, and nothing was done. */
  | 'EXPIRED'
  /** It waits for a second person. */
  | 'PENDING'
  /** A second person refused it, and nothing was done. */
  | 'REFUSED'
  /** The one who asked withdrew it, and nothing was done. */
  | 'WITHDRAWN';

/** Which entries. What is left out does not matter. */
export type AuditFilter = {
  /** For instance `refundPayment` or `signIn`. */
  action?: string | null | undefined;
  /** A client, or `console/per_…`. */
  actor?: string | null | undefined;
  /** The first moment. */
  from?: string | null | undefined;
  /** The id of what it was done to. */
  object?: string | null | undefined;
  /** How the action ended. */
  outcome?: AuditOutcome | null | undefined;
  /** The first moment that is not meant. */
  until?: string | null | undefined;
};

/** How an action ended. */
export type AuditOutcome =
  /** It was recorded, in the same transaction as this entry. */
  | 'DONE'
  /** It was recorded and then failed: `code` says why. The entry of its beginning has the same request. */
  | 'FAILED'
  /** It was refused, and nothing was changed. */
  | 'REFUSED'
  /** Nothing had to be changed: the same was asked before, or it was so already. */
  | 'UNCHANGED'
  /** It waits for a second person: see `approval`. */
  | 'WAITING';

/** Which transfers; what is left out does not restrict. */
export type AwaitedTransferFilter = {
  /** To this société. */
  idSociete?: string | null | undefined;
  /** That stand like this. */
  state?: TransferState | null | undefined;
};

/** What identifies an entry of a bank account. */
export type BankEntryFact =
  /** The amount of the payment within the entry. */
  | 'AMOUNT'
  /** The block of direct debits (`PmtInfId`). */
  | 'BLOCK'
  /** The day of the booking. */
  | 'BOOKING_DAY'
  /** The bank's charges. */
  | 'CHARGES'
  /** The account of the other party. */
  | 'COUNTERPARTY_ACCOUNT'
  /** The name of the other party. */
  | 'COUNTERPARTY_NAME'
  /** The bank's own reference of the payment within the entry. */
  | 'DETAIL_REFERENCE'
  /** Whether the money came or went. */
  | 'DIRECTION'
  /** The `EndToEndId`. */
  | 'END_TO_END_ID'
  /** The amount of the whole entry. */
  | 'ENTRY_AMOUNT'
  /** The reference of the entry in its statement (`NtryRef`). */
  | 'ENTRY_REFERENCE'
  /** How many payments the entry has. */
  | 'LISTED_PAYMENTS'
  /** The mandate (RUM). */
  | 'MANDATE'
  /** The payment of the gateway that it names. */
  | 'PAYMENT'
  /** Why the money came back. */
  | 'RETURN_REASON'
  /** The structured references. */
  | 'STRUCTURED_REFERENCE'
  /** What the payer wrote. */
  | 'TEXT'
  /** The bank's code for the kind of entry (`BkTxCd`). */
  | 'TRANSACTION_CODE'
  /** The value date. */
  | 'VALUE_DAY';

/** Which exceptions. What is left out does not narrow. */
export type BankExceptionFilter = {
  /** Only of these amounts. */
  amount?: AmountRange | null | undefined;
  /** Only of this file: `bkf_…`. */
  bankFile?: string | number | null | undefined;
  /** Only of entries that the bank booked on these days. */
  booked?: DayRange | null | undefined;
  /** Only of this société. */
  idSociete?: string | null | undefined;
  /** Only of this kind. */
  kind?: BankExceptionKind | null | undefined;
  /** `TEST` or `LIVE`. */
  runMode?: PaymentRunMode | null | undefined;
  /** Only of this status. */
  status?: BankExceptionStatus | null | undefined;
  /** Only those that have these words, as `search` finds them. */
  text?: string | null | undefined;
};

/** Why a person has to look at something in a file. */
export type BankExceptionKind =
  /** It names several payments. */
  | 'AMBIGUOUS'
  /** The amount is not that of the direct debit. It was not applied; assigned to it, less is a part, and more a surplus. Or the bank takes back another amount than came for a transfer: assigned to it, it is returned. */
  | 'AMOUNT_DIFFERS'
  /** The amount is not that of the debits of the block that were not refused. None was applied: a person says which debit is missing in it, or that the block was collected. */
  | 'BLOCK_DIFFERS'
  /** It contradicts what is recorded of the payment, the block or the batch. */
  | 'CONTRADICTION'
  /** The entry contradicts itself: its details are not its amount. It was not applied. */
  | 'ENTRY_FAULT'
  /** Money came after the payment was given up: it is paid now. Look whether the order still stands. */
  | 'LATE'
  /** More than the payment came: it is paid, and the surplus belongs to the customer. */
  | 'OVERPAID'
  /** The bank accepted with a change, says that something came twice, or reports a status or an id that is not known. */
  | 'REPORT_UNCLEAR'
  /** The bank takes back an entry, and nothing says that it is the return of a payment of ours. It was not applied; assigned to a payment, it is. */
  | 'REVERSAL'
  /** The bank's reference was used before, for an entry that is not the same: `differsIn` says in what. It was not applied; assigned to a payment, it is. */
  | 'SAME_REFERENCE'
  /** The statement before this one is not there: `reasonCode` is its number. */
  | 'STATEMENT_MISSING'
  /** Money came for a payment that is paid already: it belongs to the customer. */
  | 'SURPLUS'
  /** Less than the payment came: it stays open until the rest is there. */
  | 'UNDERPAID'
  /** Money came, and nothing says for which payment; or a transfer of the company comes back. */
  | 'UNMATCHED_CREDIT'
  /** Money went, and it is no return of a payment of ours. */
  | 'UNMATCHED_DEBIT'
  /** It names a payment of another société, or of the other run mode. It was not applied. */
  | 'WRONG_ACCOUNT';

/** Whether it still waits for a person. */
export type BankExceptionStatus =
  /** A person has to look at it. */
  | 'OPEN'
  /** A person has decided. */
  | 'RESOLVED'
  /** A later message explained it. */
  | 'SETTLED';

/** The outcome of an entry of a file. */
export type BankFileEntryOutcome =
  /** It was applied to a payment, or to the payments of a block. */
  | 'APPLIED'
  /** A person had to look at it. */
  | 'EXCEPTION'
  /** It is no booked money. */
  | 'IGNORED'
  /** It is known from another file, or counted with another entry. */
  | 'REPEATED'
  /** A rule of the account placed it. */
  | 'RULED';

/** The reason of the outcome of an entry. */
export type BankFileEntryReason =
  /** It is the sum of a block of direct debits. */
  | 'BLOCK'
  /** The bank gave it as a sum and payment by payment; the other counts. */
  | 'COUNTED_OTHERWISE'
  /** No payment could be found without a guess, or it contradicts what is recorded. */
  | 'EXCEPTION'
  /** Its block is counted with another of its payments. */
  | 'IN_BLOCK'
  /** Another file brought it before. */
  | 'KNOWN'
  /** It is a notice: the statement counts. */
  | 'NOTICE'
  /** It is provisional, or for information. */
  | 'NOT_BOOKED'
  /** Its amount is 0. */
  | 'NO_MONEY'
  /** It is about a payment. */
  | 'PAYMENT'
  /** No payment explains it, and a rule or the default of the account says what to do. */
  | 'RULE';

/** What kind of file of a bank it is. */
export type BankFileFormat =
  /** Report of the day so far (camt.052): it is shown, and books nothing. */
  | 'CAMT_052'
  /** Statement of a day: booked and final (camt.053). */
  | 'CAMT_053'
  /** Notice of single bookings (camt.054). */
  | 'CAMT_054'
  /** Statement of the French banks in records of 120 characters: booked and final. */
  | 'CFONB_120'
  /** Single operations in records of 240 characters, as returned debits: a notice. */
  | 'CFONB_240'
  /** Statement of SWIFT: booked and final. */
  | 'MT940'
  /** Report of SWIFT on the day so far: it is shown, and books nothing. */
  | 'MT942'
  /** The bank's report on a file that we sent (pain.002). */
  | 'PAIN_002';

/** How far a file of a bank has come. */
export type BankFileStatus =
  /** Nothing of it is applied before another client than the one that brought it, or a person at the server, confirms it. */
  | 'AWAITS_CONFIRMATION'
  /** Every entry was applied, or is an exception. */
  | 'IMPORTED'
  /** It was read to its end and is believed; its entries are being applied. */
  | 'IMPORTING'
  /** It is stored, and not read yet. */
  | 'RECEIVED'
  /** It is not believed, or was rejected, and nothing of it was applied; `reason` names the place, or says why. */
  | 'REFUSED';

/** What a person decided. */
export type BankResolution =
  /** It belongs to this payment, and was applied to it. Of a block: this debit is missing in the sum, and refused. */
  | 'ASSIGNED'
  /** The bank credited the block: its debits that were not refused are paid. What the sum has beside them stays in suspense, what it lacks is the fee of the bank. */
  | 'COLLECTED'
  /** It was dealt with outside of the gateway: nothing is applied. */
  | 'HANDLED';

/** Which batch to take back. */
export type CancelDirectDebitBatchInput = {
  /** Must be true where the file was downloaded: the bank must not have it. */
  fileWasNotSent?: boolean | null | undefined;
  /** `bat_…` */
  id: string | number;
};

/** A payment to give up. */
export type CancelPaymentInput = {
  /** The payment: `pay_…`. */
  id: string | number;
  /** The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`. */
  idempotencyKey?: string | null | undefined;
};

/** An authorised payment whose money is to be taken. */
export type CapturePaymentInput = {
  /** The payment: `pay_…`. */
  id: string | number;
  /** The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`. */
  idempotencyKey?: string | null | undefined;
};

/** What changes of a view; what is left out stays. */
export type ChangeSavedViewInput = {
  /** `sav_…` */
  id: string | number;
  /** True shares it, false takes it back. */
  isShared?: boolean | null | undefined;
  /** 1 to 60 characters. */
  name?: string | null | undefined;
  /** From `?` on, 2,000 characters at most; without a card number, an e-mail address or a text that was searched for. */
  search?: string | null | undefined;
};

/** A list that a page may follow. */
export type ChangeTopic =
  /** What waits for a second person: asked for, decided or withdrawn. */
  | 'APPROVALS'
  /** The newest bank files: received, read on, or decided. */
  | 'BANK_FILES'
  /** The newest batches of direct debits: made, or changed. */
  | 'BATCHES'
  /** Exceptions of bank files: opened, or decided. */
  | 'EXCEPTIONS'
  /** Mandates: a new event of one. */
  | 'MANDATES'
  /** Payments: a new event of one, or an approval of it asked for, decided, withdrawn or expired. */
  | 'PAYMENTS'
  /** Webhooks: made, delivered, or given up. */
  | 'WEBHOOKS';

/** Which file of a bank is confirmed. */
export type ConfirmBankFileInput = {
  /** `bkf_…` */
  id: string | number;
};

/** A page of the console with a list. */
export type ConsolePage =
  /** `/console/approvals` */
  | 'APPROVALS'
  /** `/console/audit` */
  | 'AUDIT'
  /** `/console/bank-files` */
  | 'BANK_FILES'
  /** `/console/books` */
  | 'BOOKS'
  /** `/console/customers` */
  | 'CUSTOMERS'
  /** `/console/debits` */
  | 'DEBITS'
  /** `/console/exceptions` */
  | 'EXCEPTIONS'
  /** `/console/mandates` */
  | 'MANDATES'
  /** `/console/payments` */
  | 'PAYMENTS'
  /** `/console/transfers` */
  | 'TRANSFERS'
  /** `/console/webhooks` */
  | 'WEBHOOKS';

/** What a person may do in the console beside the scopes. */
export type ConsoleRight =
  /** Decide about what waits for a second person. */
  | 'approve'
  /** Read the audit log. */
  | 'audit'
  /** See all people and their sessions, and end sessions. */
  | 'people';

/** What to collect. */
export type CreateDirectDebitBatchInput = {
  /** What falls due by then. */
  cutOff: string;
  /** The société that debits. */
  idSociete: string;
  /** The same key and the same request give the same batches. */
  idempotencyKey?: string | null | undefined;
  /** The mode of the debits. */
  runMode: PaymentRunMode;
  /** Of this scheme alone; else of each. */
  scheme?: MandateScheme | null | undefined;
};

/** A mandate for a customer to sign. */
export type CreateMandateInput = {
  /** Who is debited. */
  debtor: MandateDebtorInput;
  /** The customer's number. */
  idClient: string;
  /** The société that debits. */
  idSociete: string;
  /** The same key and the same request give the same mandate. */
  idempotencyKey?: string | null | undefined;
  /** Its reference, where it has one already; else the next one of the société. */
  rum?: string | null | undefined;
  /** Whether it is for real debits. */
  runMode: PaymentRunMode;
  /** Under which rules. */
  scheme: MandateScheme;
  /** How often it may be used; `RECURRENT` by default. */
  type?: MandateType | null | undefined;
};

/** A new view. */
export type CreateSavedViewInput = {
  /** Default: false. */
  isShared?: boolean | null | undefined;
  /** 1 to 60 characters. */
  name: string;
  /** Where its list is. */
  page: ConsolePage;
  /** From `?` on, 2,000 characters at most; without a card number, an e-mail address or a text that was searched for. */
  search: string;
};

/** The outcome for an entry of the directory. */
export type CustomerChange =
  /** It says something else now. */
  | 'CHANGED'
  /** It is new. */
  | 'CREATED'
  /** It said this before: nothing was written. */
  | 'UNCHANGED';

/** Days in Paris, both ends included; an end that is left out does not restrict. */
export type DayRange = {
  /** The first day. */
  from?: string | null | undefined;
  /** The last day. */
  to?: string | null | undefined;
};

/** A decision. */
export type DecideApprovalInput = {
  /** What is decided. */
  decision: ApprovalDecision;
  /** The approval: `apr_…`. */
  id: string | number;
  /** Why, for the record. No data of the customer. */
  reason: string;
};

/** Which batches; what is left out does not restrict. */
export type DirectDebitBatchFilter = {
  /** Of this société. */
  idSociete?: string | null | undefined;
  /** `TEST` or `LIVE`. */
  runMode?: PaymentRunMode | null | undefined;
  /** Any of these. */
  status?: Array<DirectDebitBatchStatus> | null | undefined;
};

/** Where a batch of direct debits stands. */
export type DirectDebitBatchStatus =
  /** Taken back before the bank had it: its payments wait for another batch. */
  | 'CANCELLED'
  /** Its file is written and can be downloaded; the bank does not have it yet. */
  | 'CREATED'
  /** The bank has its file. */
  | 'SUBMITTED';

/** In what an exception and a payment agree. */
export type ExceptionAgreement =
  /** The account of the other party is that of a mandate of the customer. */
  | 'ACCOUNT'
  /** The amount is that of the payment. */
  | 'AMOUNT'
  /** The text names the customer's number. */
  | 'CUSTOMER'
  /** The bank names the mandate of the payment. */
  | 'MANDATE'
  /** The other party has the name of the payer. */
  | 'NAME'
  /** The text names the number of the order. */
  | 'ORDER'
  /** The text names the reference of the payment. */
  | 'REFERENCE';

/** Rows of a list of customers. */
export type ImportCustomersInput = {
  /** 1 to 200; a longer list goes in parts. */
  customers: Array<ImportedCustomerInput>;
};

/** A row. A field that is left out stays as it is; one that is null is emptied. */
export type ImportedCustomerInput = {
  /** Street and number. */
  address?: string | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** First name. */
  firstName?: string | null | undefined;
  /** The customer's number, as payments name it. */
  idClient: string;
  /** The société whose customer it is: `1`, `2`, `3` or `6`. */
  idSociete: string;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Phone number in international form, for instance +33612345678. */
  phone?: string | null | undefined;
  /** The version that the row is based on, 0 where there was no entry: the row is refused where the entry says something else since. */
  version?: number | null | undefined;
  /** Postal code. */
  zipCode?: string | null | undefined;
};

/** A payment to take. */
export type InitiatePaymentInput = {
  /** For `COMPTABILITE` alone: how it is recorded. */
  accounting?: AccountingInput | null | undefined;
  /** In cents: 1 to 12 digits. */
  amount: string | number;
  /** For cards: `LATER` only holds the amount, until `capturePayment` takes it. `NOW` when left out. */
  capture?: PaymentCapture | null | undefined;
  /** A comment, 500 characters at most; no card numbers. */
  commentaire?: string | null | undefined;
  /** The customer's e-mail address. */
  email: string;
  /** The customer's number. */
  idClient: string;
  /** The order's number; `0` for none. */
  idCommande?: string;
  /** The system that asks: `web`, `dcp`, `télévente`… */
  idOrigin: string;
  /** The société that is paid: `1`, `2`, `3` or `6`. */
  idSociete: string;
  /** The same key and the same request give the same payment. Also as the header `Idempotency-Key`; the same thing. */
  idempotencyKey?: string | null | undefined;
  /** The mandate's reference (RUM), for a direct debit. */
  mandate?: string | null | undefined;
  /** Who pays. */
  payer?: PayerInput | null | undefined;
  /** Whether real money moves. */
  paymentRunMode: PaymentRunMode;
  /** Where the payment is made. */
  paymentTarget: PaymentTarget;
  /** The route. */
  paymentType: PaymentType;
  /** Where the customer's browser goes afterwards; only origins that the client registered. */
  returnUrl?: string | null | undefined;
  /** What the customer pays with; equals `paymentType` when left out. */
  typePaiement?: PaymentType | null | undefined;
};

/** Which entries; what is left out does not restrict. */
export type JournalEntryFilter = {
  /** With a line on this account. */
  account?: string | null | undefined;
  /** Booked under these days. */
  date?: DayRange | null | undefined;
  /** That tell of this. */
  kind?: JournalEntryKind | null | undefined;
  /** With this number, in whichever journal and exercise. */
  number?: number | null | undefined;
  /** About this payment: `pay_…`. */
  payment?: string | number | null | undefined;
  /** Only those that have these words, or whose payment has them, as `search` finds them: of the newest 500 such payments. */
  text?: string | null | undefined;
};

/** What an entry of the journal tells of. */
export type JournalEntryKind =
  /** A rule of the bank account booked an entry of a statement. */
  | 'BY_RULE'
  /** A payment that was made was given up again. */
  | 'CANCELLED'
  /** A card was charged on a bank's page. */
  | 'CARD_PAID'
  /** A direct debit was credited. */
  | 'DIRECT_DEBIT_SETTLED'
  /** Accounting recorded money that arrived in another way. */
  | 'RECORDED'
  /** Money was given back, all of it or a part. */
  | 'REFUNDED'
  /** The bank took a direct debit or a transfer back. */
  | 'RETURNED'
  /** Another entry is undone. */
  | 'REVERSAL'
  /** Money is on the account, and its owner is not known yet. */
  | 'SUSPENSE'
  /** What was in suspense is counted otherwise: it goes back to the bank account. */
  | 'SUSPENSE_RELEASED'
  /** A transfer came in. */
  | 'TRANSFER_RECEIVED';

/** Why the status of a mandate changed. */
export type MandateCause =
  /** The account changed, which the debtor's bank must confirm again (B2B only). */
  | 'AMENDMENT'
  /** A bank's code says that the mandate cannot be used as it is. */
  | 'BANK'
  /** The debtor's bank knows the mandate. */
  | 'BANK_CONFIRMATION'
  /** An entitled caller asked for it. */
  | 'CALLER'
  /** It was not used for 36 months. */
  | 'CLOCK'
  /** Its only or last debit went to the bank. */
  | 'COLLECTION'
  /** Its only or last debit did not take place. */
  | 'COLLECTION_UNDONE'
  /** The debtor signed. */
  | 'SIGNATURE';

/** Who is debited. */
export type MandateDebtorInput = {
  /** Needed for accounts outside of the EEA. */
  address?: PostalAddressInput | null | undefined;
  /** Its bank; not needed inside of the EEA. */
  bic?: string | null | undefined;
  /** The account; its check digits and RIB key are checked. */
  iban: string;
  /** As the bank of the account knows it: 70 characters. */
  name: string;
};

/** What happened to a mandate. */
export type MandateEventType =
  /** It was amended; `fields` says what. */
  | 'AMENDED'
  /** The debit that reported a change to the bank did not take place: the next one reports it again. */
  | 'AMENDMENT_PENDING'
  /** What had changed went to the bank with a debit. */
  | 'AMENDMENT_SENT'
  /** It was recorded. */
  | 'CREATED'
  /** The debtor was erased. */
  | 'ERASED'
  /** The status changed; `cause` says why. */
  | 'STATUS_CHANGED';

/** Which mandates; what is left out does not restrict. */
export type MandateFilter = {
  /** Of this customer. */
  idClient?: string | null | undefined;
  /** Of this société. */
  idSociete?: string | null | undefined;
  /** That end before this day, 36 months after their last use, unless a debit uses them. */
  lapsesBefore?: string | null | undefined;
  /** `TEST` or `LIVE`. */
  runMode?: PaymentRunMode | null | undefined;
  /** Under these rules. */
  scheme?: MandateScheme | null | undefined;
  /** Any of these. */
  status?: Array<MandateStatus> | null | undefined;
  /** Only those that have these words, as `search` finds them. */
  text?: string | null | undefined;
};

/** The rules of the SEPA direct debit. */
export type MandateScheme =
  /** Between businesses (interentreprises): the debtor's bank must know the mandate, and nothing is given back. */
  | 'B2B'
  /** Any debtor can be debited, and has eight weeks to ask the money back. */
  | 'CORE';

/** Where a mandate stands. */
export type MandateStatus =
  /** Debits can be taken under it. */
  | 'ACTIVE'
  /** A mandate for one debit that was used, or one whose last debit was taken. */
  | 'COMPLETED'
  /** Recorded; the debtor has not signed yet. */
  | 'DRAFT'
  /** Not used for 36 months: a new one must be signed. */
  | 'EXPIRED'
  /** Ended by the debtor or by us. */
  | 'REVOKED'
  /** Signed; the debtor's bank has not confirmed yet that it knows the mandate (B2B only). */
  | 'SIGNED'
  /** No debits for the time being. */
  | 'SUSPENDED';

/** How often a mandate may be used. */
export type MandateType =
  /** For one debit only. */
  | 'ONE_OFF'
  /** Again and again, until it ends. */
  | 'RECURRENT';

/** Which batch the bank has. */
export type MarkDirectDebitBatchSubmittedInput = {
  /** `bat_…` */
  id: string | number;
};

/** The outcome of a bank's message. */
export type NotificationOutcome =
  /** It changed its payment. */
  | 'APPLIED'
  /** It contradicts what we recorded: a person has to look. */
  | 'CONTRADICTION'
  /** The same message came before. */
  | 'DUPLICATE'
  /** It is authentic, and there was nothing to change. */
  | 'IGNORED'
  /** It is authentic, and about no payment of ours. */
  | 'QUARANTINED'
  /** Its signature or its form is bad. */
  | 'REJECTED'
  /** It is kept and was not read yet. */
  | 'STORED'
  /** It says that a payment was made, and does not prove for whom: it counts once the bank confirms it. */
  | 'UNCONFIRMED'
  /** It is of the other mode than its payment, TEST or LIVE: nothing was changed, and a person has to look. */
  | 'WRONG_MODE';

/** Who pays: what 3-D Secure and SEPA want. What is left out comes from the directory of customers, or from the société's declared fallback. */
export type PayerInput = {
  /** Street and number. */
  address?: string | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** First name. */
  firstName?: string | null | undefined;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Phone number in international form, for instance +33612345678. */
  phone?: string | null | undefined;
  /** Postal code. */
  zipCode?: string | null | undefined;
};

/** What can be done with a payment. */
export type PaymentAction =
  /** It can be given up before the money moves, and what ended unpaid before its customer tries again: `cancelPayment`. */
  | 'CANCEL'
  /** The authorised amount can be taken: `capturePayment`. */
  | 'CAPTURE'
  /** The customer can pay, or try again: send them to `paymentUrl`. */
  | 'PAY'
  /** The bank can be asked for its outcome: `refreshPayment`. */
  | 'REFRESH'
  /** Money can be given back, at most `maximumAmount`: `refundPayment`. */
  | 'REFUND';

/** When the money of a card payment is taken. */
export type PaymentCapture =
  /** By `capturePayment`, while the authorisation lasts; until then the bank holds the amount. */
  | 'LATER'
  /** With the payment. */
  | 'NOW';

/** What went wrong, for a program. */
export type PaymentErrorCode =
  /** It waits for a second person, and nothing was done. */
  | 'APPROVAL_REQUIRED'
  /** The idempotency key was used before for another request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** A field has a value that cannot be used; see `path`. */
  | 'INVALID_INPUT'
  /** A direct debit needs a mandate that can be used. */
  | 'MANDATE_REQUIRED'
  /** The mandate, or the batch, is in a state in which this cannot be done. */
  | 'MANDATE_STATE'
  /** The caller may not do this. */
  | 'NOT_ALLOWED'
  /** Another operation of this payment is not settled yet. */
  | 'OPERATION_IN_PROGRESS'
  /** The payment does not allow this now; `availableActions` says what it allows. */
  | 'OPERATION_NOT_POSSIBLE'
  /** The bank's answer was lost: it may have done what was asked. */
  | 'OUTCOME_UNKNOWN'
  /** The bank requires details of the payer that are missing. */
  | 'PAYER_DATA_MISSING'
  /** The bank's page is known to be down. */
  | 'PROVIDER_UNAVAILABLE'
  /** This target does not take this type of payment. */
  | 'UNSUPPORTED_PAYMENT';

/** What happened to a payment. */
export type PaymentEventType =
  /** A new attempt at the bank's page was opened. */
  | 'ATTEMPT_OPENED'
  /** An authentic message contradicts the record; `reason` says how. */
  | 'CONTRADICTION'
  /** What said who paid was replaced by a pseudonym; amounts, dates and accounts stay. */
  | 'ERASED'
  /** The payment was recorded. */
  | 'INITIATED'
  /** A transfer was booked that pays less than is awaited, or more; `reason` says which. */
  | 'MONEY_RECEIVED'
  /** The bank took back a part of a transfer, or money beyond its amount. `reason` says which. */
  | 'MONEY_RETURNED'
  /** An authentic message changed nothing: it was late, or out of order. */
  | 'NEWS_IGNORED'
  /** What was asked never reached the bank, or was never done there. */
  | 'OPERATION_FAILED'
  /** The bank did not do what it was asked. */
  | 'OPERATION_REFUSED'
  /** The bank is asked for a capture, a cancellation or a refund: `operation`, `kind`, `amountCents`. */
  | 'OPERATION_REQUESTED'
  /** The bank's answer was lost; it is asked what it did. */
  | 'OPERATION_UNKNOWN'
  /** A direct debit falls due: the customer must hear of `dueDate` and amount; again where the day moved. */
  | 'PRENOTIFIED'
  /** Money was given back: `amountCents`. */
  | 'REFUND_DONE'
  /** The customer has not transferred the amount yet, and the time runs out: remind them. */
  | 'REMINDER_DUE'
  /** A bank's message says that the payment was made, and proves not for whom; the bank is asked, and has not confirmed it. */
  | 'REPORTED_PAID_NOT_CONFIRMED'
  /** The gateway cannot settle this alone: a person has to look; `reason` says at what. */
  | 'REVIEW_NEEDED'
  /** The status changed; `cause` says why. */
  | 'STATUS_CHANGED'
  /** From here on the same legacy URL means a newer payment. */
  | 'SUCCEEDED';

/** Which payments; what is left out does not restrict. */
export type PaymentFilter = {
  /** Of these amounts. */
  amount?: AmountRange | null | undefined;
  /** Initiated by this client of the gateway. */
  client?: string | null | undefined;
  /** Recorded on these days. */
  created?: DayRange | null | undefined;
  /** Direct debits that are due on these days. */
  due?: DayRange | null | undefined;
  /** Of this customer. */
  idClient?: string | null | undefined;
  /** Of this order. */
  idCommande?: string | null | undefined;
  /** Asked for by this system. */
  idOrigin?: string | null | undefined;
  /** Of this société. */
  idSociete?: string | null | undefined;
  /** Under the mandate with this reference (RUM). */
  mandate?: string | null | undefined;
  /** Any of these: LABANQUEPOSTALE, PAYBOX, MILLIET. */
  paymentTarget?: Array<PaymentTarget> | null | undefined;
  /** Any of these: DIRECT_SEPA, SEPA, CB, AMEX, COMPTABILITE. */
  paymentType?: Array<PaymentType> | null | undefined;
  /** `TEST` or `LIVE`. */
  runMode?: PaymentRunMode | null | undefined;
  /** Any of these: REQUIRES_ACTION, PENDING, SUBMITTED, AUTHORIZED, PAID, REFUSED, CANCELLED, EXPIRED, FAILED, RETURNED, PARTIALLY_REFUNDED, REFUNDED, NEEDS_REVIEW. */
  status?: Array<PaymentStatus> | null | undefined;
};

/** What the bank is asked to do with a payment. */
export type PaymentOperationKind =
  /** Give up before the money moves. */
  | 'CANCEL'
  /** Take the amount that was authorised. */
  | 'CAPTURE'
  /** Give money back, all of it or a part. */
  | 'REFUND';

/** How far an operation has come. */
export type PaymentOperationStatus =
  /** The bank did it. */
  | 'DONE'
  /** It never reached the bank, or the bank never did it: nothing was changed there. */
  | 'FAILED'
  /** The bank cannot say what it did: a person looks and decides by `settleOperation`. */
  | 'NEEDS_REVIEW'
  /** The bank did not do it. */
  | 'REFUSED'
  /** It is on its way to the bank. */
  | 'SENDING'
  /** The bank's answer was lost, or it has not decided. It is asked what it did, and nothing is sent again. */
  | 'UNKNOWN';

/** Whether real money moves. */
export type PaymentRunMode =
  /** Real money on any deployment, and only for a client that holds this run mode. */
  | 'FORCE_LIVE'
  /** Real money on a production deployment; on any other deployment it runs as `TEST`. */
  | 'LIVE'
  /** Never touches real money. */
  | 'TEST';

/** The order of a list of payments. */
export type PaymentSort =
  /** The highest amount first. */
  | 'AMOUNT'
  /** Direct debits alone, the earliest due date first. */
  | 'DUE'
  /** The newest first. */
  | 'NEWEST'
  /** The oldest first. */
  | 'OLDEST';

/** Where a payment stands. */
export type PaymentStatus =
  /** The bank holds the amount; it is not captured yet. */
  | 'AUTHORIZED'
  /** Given up before it was paid. */
  | 'CANCELLED'
  /** Not paid in time. */
  | 'EXPIRED'
  /** A technical or configuration fault; nothing was paid. */
  | 'FAILED'
  /** A message contradicts the record: a person decides. Never treat it as paid. */
  | 'NEEDS_REVIEW'
  /** Paid, as verified with the bank or booked by an entitled caller. */
  | 'PAID'
  /** Paid, then refunded in part. */
  | 'PARTIALLY_REFUNDED'
  /** The customer has done their part; the bank has not confirmed yet. */
  | 'PENDING'
  /** Paid, then refunded in full. */
  | 'REFUNDED'
  /** The bank refused. The customer may still succeed by trying again. */
  | 'REFUSED'
  /** Waits for the customer: follow `nextAction`, or send them to `paymentUrl`. */
  | 'REQUIRES_ACTION'
  /** Paid, then returned by the bank (an unpaid or refunded direct debit). */
  | 'RETURNED'
  /** In a batch for the bank; the bank has not booked it yet. */
  | 'SUBMITTED';

/** Where the payment is made: which bank, or the company itself. */
export type PaymentTarget =
  /** La Banque Postale's Scellius payment page (cards, and SEPA direct debits signed on the page). */
  | 'LABANQUEPOSTALE'
  /** The company itself: SEPA transfers to its account, SEPA direct debits under its mandates, and bookings. */
  | 'MILLIET'
  /** Verifone Paybox's hosted payment page (cards). */
  | 'PAYBOX';

/** The route a payment takes, and what the customer pays with. */
export type PaymentType =
  /** American Express card on a hosted page. */
  | 'AMEX'
  /** Bank card (Carte Bancaire, Visa, Mastercard) on a hosted page. */
  | 'CB'
  /** A payment that came in another way and is recorded by accounting. */
  | 'COMPTABILITE'
  /** SEPA direct debit: the company (or its bank) debits the customer under a mandate. */
  | 'DIRECT_SEPA'
  /** SEPA credit transfer: the customer transfers the amount with our reference. */
  | 'SEPA';

/** Whether a person may sign in. */
export type PersonStatus =
  /** May sign in. */
  | 'ACTIVE'
  /** May not sign in, and has no session. */
  | 'DISABLED';

/** An endpoint to test. */
export type PingWebhookEndpointInput = {
  /** Whose endpoint, for a person; left out: that of your client. */
  client?: string | null | undefined;
  /** The endpoint's name in the config. */
  endpoint: string;
};

/** A postal address in parts, as SEPA wants it. */
export type PostalAddressInput = {
  /** The number in the street: 16 characters. */
  buildingNumber?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Postal code: 16 characters. */
  postalCode?: string | null | undefined;
  /** The street: 70 characters. */
  street?: string | null | undefined;
  /** Town: 35 characters. */
  town: string;
};

/** What would be collected. */
export type PreviewDirectDebitBatchInput = {
  /** What falls due by then. */
  cutOff: string;
  /** The société that debits. */
  idSociete: string;
  /** The mode of the debits. */
  runMode: PaymentRunMode;
  /** Of this scheme alone; else of each. */
  scheme?: MandateScheme | null | undefined;
};

/** What a line of the reconciliation says. */
export type ReconciliationLineKind =
  /** The books have it on this day, and no entry of the statement of this day does. */
  | 'BOOKED_ALONE'
  /** Not booked: it waits for a person, or a person dealt with it elsewhere. */
  | 'EXCEPTION'
  /** Not booked: a rule of the account lists it, or no rule places it. */
  | 'LISTED'
  /** It was applied to a payment, and the books of this day have another amount, or none. */
  | 'NOT_BOOKED'
  /** No statement covers this day. */
  | 'NO_STATEMENT'
  /** Statements of this day have different balances. The last one that came counts. */
  | 'STATEMENTS_DISAGREE'
  /** The entries that are known of this day do not make the difference of its balances. */
  | 'STATEMENT_DIFFERS'
  /** The opening balance is not the closing balance before it: a statement is missing. */
  | 'STATEMENT_MISSING'
  /** Booked on the suspense account, because its owner is not known yet. */
  | 'SUSPENSE';

/** Money to give back. */
export type RefundPaymentInput = {
  /** In cents; left out, all that can still be given back. */
  amount?: string | number | null | undefined;
  /** The payment: `pay_…`. */
  id: string | number;
  /** The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`. */
  idempotencyKey?: string | null | undefined;
};

/** How far a refund has come. */
export type RefundStatus =
  /** The bank gave the money back. */
  | 'DONE'
  /** It never reached the bank: no money moved. */
  | 'FAILED'
  /** The bank cannot say whether it gave the money back: a person decides. */
  | 'NEEDS_REVIEW'
  /** It is on its way to the bank. */
  | 'PENDING'
  /** The bank did not give the money back. */
  | 'REFUSED'
  /** The bank's answer was lost; it is asked what it did. Do not ask for the refund again. */
  | 'UNKNOWN';

/** Which file of a bank is rejected, and why. */
export type RejectBankFileInput = {
  /** `bkf_…` */
  id: string | number;
  /** Why, in 3 to 200 characters, without personal data. */
  reason: string;
};

/** Whose entry to remove. */
export type RemoveCustomerInput = {
  /** The customer's number, as payments name it. */
  idClient: string;
  /** The société whose customer it is: `1`, `2`, `3` or `6`. */
  idSociete: string;
};

/** Which message. */
export type ReplayNotificationInput = {
  /** `ntf_…` */
  id: string | number;
};

/** A webhook to send again. */
export type ReplayWebhookDeliveryInput = {
  /** `msg_…` */
  id: string | number;
};

/** Webhooks to send again: those that were written to an endpoint in a span of time. */
export type ReplayWebhooksInput = {
  /** Whose endpoint, for a person; left out: that of your client. */
  client?: string | null | undefined;
  /** The endpoint's name in the config. */
  endpoint: string;
  /** Written then or later. */
  from: string;
  /** Those that stand like this; left out: `DEAD` alone. */
  status?: Array<WebhookDeliveryStatus> | null | undefined;
  /** Written before. */
  to: string;
};

/** What was decided about an exception. */
export type ResolveBankExceptionInput = {
  /** `bkx_…` */
  id: string | number;
  /** `pay_…`: with `ASSIGNED`, whose money it is. */
  payment?: string | number | null | undefined;
  /** Why, in 3 to 500 characters. It is kept with your name. */
  reason: string;
  /** What was decided. */
  resolution: BankResolution;
  /** With `SAME_REFERENCE`: true where the entry that counted before is not the bank's. The payment that it paid is `RETURNED`. */
  takeBackCounted?: boolean | null | undefined;
};

/** Which mandate. */
export type ResumeMandateInput = {
  /** `mdt_…` */
  id: string | number;
};

/** What to do after an error. */
export type RetryAdvice =
  /** The outcome is unknown: look at the status before doing anything else. */
  | 'CHECK_STATUS_FIRST'
  /** The same request will never succeed. */
  | 'DO_NOT_RETRY'
  /** Correct the request and send it again. */
  | 'FIX_INPUT'
  /** Try again later, with the same idempotency key. */
  | 'RETRY_SAME_KEY';

/** An entry to undo. */
export type ReverseJournalEntryInput = {
  /** The day under which it is undone: today when left out. */
  date?: string | null | undefined;
  /** `jrn_…` */
  id: string | number;
  /** Who decided: the client when left out. */
  operator?: string | null | undefined;
  /** Why: 200 characters at most. */
  reason: string;
};

/** A payment in review, and what it is. */
export type ReviewPaymentInput = {
  /** The payment: `pay_…`. */
  id: string | number;
  /** `PAID`, `REFUSED`, `CANCELLED`, `FAILED`, `REFUNDED` or `RETURNED`. */
  status: PaymentStatus;
};

/** What a client may do. */
export type Scope =
  /** See the journal and the trial balance, and reverse entries. */
  | 'accounting'
  /** Cancel, capture and refund the payments of other clients that it sees, by the scopes that it has. */
  | 'allPayments'
  /** Bring files of the bank, and confirm those that another client brought. */
  | 'bankFiles'
  /** Make, download and cancel files of direct debits. */
  | 'batches'
  /** With `initiate`: book payments (`COMPTABILITE`), which are paid on its word. Cancel its own bookings. */
  | 'book'
  /** Cancel its own payments before the money moves. */
  | 'cancel'
  /** Take the money of its own payments that a bank has authorised. */
  | 'capture'
  /** See and change the directory of customers. */
  | 'customers'
  /** Decide by hand: payments in review, operations in doubt, exceptions of bank files. */
  | 'decide'
  /** Ask for payments. Holds `cancel` and `capture`. */
  | 'initiate'
  /** Record and end mandates for direct debits. */
  | 'mandates'
  /** All the work of the back office, as one scope. Holds `book`, `refresh`, `decide`, `batches`, `accounting`, `customers`, `replay` and `bankFiles`. */
  | 'operations'
  /** See payments, their events and the messages about them. */
  | 'read'
  /** Ask a bank for the outcome of a payment. */
  | 'refresh'
  /** Give back the money of its own payments. Holds `cancel`. */
  | 'refund'
  /** See and replay the banks' messages and its own webhooks, and test its endpoints. */
  | 'replay';

/** What of a result the text was found in. */
export type SearchField =
  /** The amount. */
  | 'AMOUNT'
  /** The bank's number of the transaction. */
  | 'BANK_REFERENCE'
  /** The reference on a bank transfer (`RF…`). */
  | 'CREDITOR_REFERENCE'
  /** The customer's number (`idClient`). */
  | 'CUSTOMER'
  /** The customer's e-mail address, or a part of it. */
  | 'EMAIL'
  /** The payment's id on its way through the banks, or the id of a file for a bank. */
  | 'END_TO_END_ID'
  /** The name of the file. */
  | 'FILE'
  /** The end of the IBAN. */
  | 'IBAN'
  /** Its id, or the id of a part of it. */
  | 'ID'
  /** A name: of the payer, the customer, the debtor, or the other party at a bank. */
  | 'NAME'
  /** The number of the order (`idCommande`). */
  | 'ORDER'
  /** The phone number. */
  | 'PHONE'
  /** The reference of the accounting document. */
  | 'PIECE'
  /** The postal code or the city. */
  | 'PLACE'
  /** The reference that people say on the phone. */
  | 'REFERENCE'
  /** The reference of the mandate. */
  | 'RUM'
  /** A comment, a label, or what the payer wrote. */
  | 'TEXT';

/** Whose account. */
export type ShowIbanInput = {
  /** A mandate, `mdt_…`, or an exception of a bank file, `bkx_…`. */
  id: string | number;
};

/** How a person proved who it is. */
export type SignInMethod =
  /** By the company's identity provider. */
  | 'OIDC'
  /** By a passkey. */
  | 'PASSKEY'
  /** By a password and a code. */
  | 'PASSWORD';

/** How the debtor signed. */
export type SignMandateInput = {
  /** SHA-256 of the signed document, in hexadecimal. */
  evidenceDigest?: string | null | undefined;
  /** `mdt_…` */
  id: string | number;
  /** `PAPER`, or the name of an electronic procedure. */
  method: string;
  /** Where. */
  place?: string | null | undefined;
  /** When. */
  signedOn: string;
};

/** What is known of a day of an account. */
export type StatementDayState =
  /** It lies before the first statement that is there. */
  | 'BEFORE_FIRST'
  /** No statement covers it, and the ones around it prove that one is missing. */
  | 'MISSING'
  /** No statement covers it, and the ones around it prove that none is missing. */
  | 'NOTHING_MOVED'
  /** No statement covers it or a later day. */
  | 'NOT_YET'
  /** A statement covers it. */
  | 'STATEMENT'
  /** No statement covers it, and those around it have no balances or numbers that prove anything. */
  | 'UNPROVEN';

/** Which mandate, and why. */
export type StopMandateInput = {
  /** `mdt_…` */
  id: string | number;
  /** A code for its story: capital letters, digits and `_`, for instance `MOVED`. */
  reason?: string | null | undefined;
};

/** How an awaited transfer stands. */
export type TransferState =
  /** All that are awaited. */
  | 'AWAITED'
  /** A part of it came. */
  | 'IN_PART'
  /** It expires soon: the time to remind the customer has come. */
  | 'LATE';

/** Why a status changed. */
export type TransitionCause =
  /** A verified notification, or an inquiry that we made. */
  | 'BANK_NEWS'
  /** A booked entry of a bank's statement, or its report on a file of ours. */
  | 'BANK_STATEMENT'
  /** The payment went to the bank in a file. */
  | 'BATCH'
  /** An entitled caller asked for it. */
  | 'CALLER'
  /** Its time ran out. */
  | 'CLOCK'
  /** A message contradicts the record. */
  | 'CONTRADICTION'
  /** A new attempt was opened. */
  | 'RETRY'
  /** A person decided. */
  | 'REVIEW';

/** What to say of a customer. A field that is left out stays as it is; one that is null is emptied. */
export type UpsertCustomerInput = {
  /** Street and number. */
  address?: string | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** First name. */
  firstName?: string | null | undefined;
  /** The customer's number, as payments name it. */
  idClient: string;
  /** The société whose customer it is: `1`, `2`, `3` or `6`. */
  idSociete: string;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Phone number in international form, for instance +33612345678. */
  phone?: string | null | undefined;
  /** The version that the change is based on: it is refused where the entry has changed since. */
  version?: number | null | undefined;
  /** Postal code. */
  zipCode?: string | null | undefined;
};

/** What a URL would do at the legacy door. */
export type UrlEffect =
  /** It would record a new payment. */
  | 'NEW_PAYMENT'
  /** It is no URL of the legacy door. */
  | 'NO_OPERATION'
  /** It would be refused. */
  | 'REFUSED'
  /** The same request was made before: it would answer that payment. */
  | 'SAME_PAYMENT'
  /** It asks where a payment stands, and records nothing. */
  | 'STATUS';

/** Which webhooks; what is left out does not restrict. */
export type WebhookDeliveryFilter = {
  /** To this client, for a person. A client sees its own alone. */
  client?: string | null | undefined;
  /** Of this endpoint. */
  endpoint?: string | null | undefined;
  /** About this event of a payment: `evt_…`. */
  eventId?: string | number | null | undefined;
  /** About this payment: `pay_…`. */
  paymentId?: string | number | null | undefined;
  /** About payments of this mode: `TEST` or `LIVE`. */
  runMode?: PaymentRunMode | null | undefined;
  /** Any of these: WAITING, DELIVERED, DEAD. */
  status?: Array<WebhookDeliveryStatus> | null | undefined;
  /** That tell this: `payment.paid`. */
  type?: string | null | undefined;
};

/** How far a webhook has come. */
export type WebhookDeliveryStatus =
  /** Given up. It can be replayed. */
  | 'DEAD'
  /** The endpoint took it, by an answer of 200 to 299. */
  | 'DELIVERED'
  /** It will be tried, for the first time or again. */
  | 'WAITING';

/** How an endpoint is doing. */
export type WebhookEndpointState =
  /** It failed several times in a row: it is tried with one message, and the rest waits. */
  | 'FAILING'
  /** It answered 410: it is sent nothing until its address changes in the config, or a person pings or replays. */
  | 'GONE'
  /** It is left alone until `pausedUntil`, after several failures in a row or because it asked for that. */
  | 'PAUSED'
  /** It is sent what is due. */
  | 'WELL';

/** The outcome of a try. */
export type WebhookOutcome =
  /** The address is one to which webhooks may not go: private, local, or of the network itself. */
  | 'ADDRESS_REFUSED'
  /** The endpoint answered 200 to 299. */
  | 'DELIVERED'
  /** The endpoint answered 410: it is sent nothing any more until its config changes, or a person pings or replays. */
  | 'GONE'
  /** The connection broke, or the answer is not HTTP. */
  | 'NO_ANSWER'
  /** No connection: no server listens, the name is unknown, or the certificate is not trusted. */
  | 'NO_CONNECTION'
  /** The endpoint answered with a redirect, which is not followed: write the final address into the config. */
  | 'REDIRECTED'
  /** The endpoint answered something else. */
  | 'REFUSED'
  /** Under way; or the gateway stopped before it knew, and the message was sent again. */
  | 'SENDING'
  /** No answer within the deadline. */
  | 'TIMED_OUT';

/** What to take back. */
export type WithdrawApprovalInput = {
  /** The approval: `apr_…`. */
  id: string | number;
};

export type ApprovalsQueryVariables = Exact<{
  status?: ApprovalStatus | null | undefined;
  runMode?: PaymentRunMode | null | undefined;
  locale?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApprovalsQuery = { approvals: { edges: Array<{ node: { id: string, kind: ApprovalKind, status: ApprovalStatus, cause: ApprovalCause, requestedBy: string, decidedBy: string | null, reason: string | null, createdAt: string, expiresAt: string, decidedAt: string | null, amount: { cents: number } | null, payment: { id: string, reference: string, idSociete: string, idClient: string, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number }, availableActions: Array<{ action: PaymentAction, reason: string | null, maximumAmount: { cents: number } | null }> } | null, amendment: { rum: string, oldIban: string, newIban: string, fields: Array<string>, mandate: { id: string } | null } | null, requestedByPerson: { id: string, name: string } | null, decidedByPerson: { id: string, name: string } | null, refund: { id: string, status: RefundStatus } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DecideApprovalMutationVariables = Exact<{
  input: DecideApprovalInput;
}>;


export type DecideApprovalMutation = { decideApproval:
    | { __typename: 'DecideApprovalSuccess', approval: { id: string, status: ApprovalStatus, refund: { id: string, status: RefundStatus } | null } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type WithdrawApprovalMutationVariables = Exact<{
  input: WithdrawApprovalInput;
}>;


export type WithdrawApprovalMutation = { withdrawApproval:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'WithdrawApprovalSuccess', approval: { id: string, status: ApprovalStatus } }
   };

export type AuditEntriesQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditEntriesQuery = { auditEntries: { edges: Array<{ node: { id: string, at: string, actor: string, roles: Array<string>, action: string, object: string | null, outcome: AuditOutcome, code: string | null, requestId: string | null, approvalId: string | null, actorPerson: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BankFileEntriesQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BankFileEntriesQuery = { bankFile: { id: string, entries: { edges: Array<{ node: { place: number, outcome: BankFileEntryOutcome, reason: BankFileEntryReason, isCredit: boolean, bookedOn: string | null, reference: string | null, rule: string | null, broughtBy: string | null, amount: { cents: number }, payment: { id: string, reference: string, idClient: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null } | null, bankException: { id: string, kind: BankExceptionKind, status: BankExceptionStatus, counterparty: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type BankFileQueryVariables = Exact<{
  id: string | number;
}>;


export type BankFileQuery = { bankFile: { id: string, name: string, digest: string, sizeBytes: number, status: BankFileStatus, reason: string | null, format: BankFileFormat | null, version: string | null, idSociete: string | null, runMode: PaymentRunMode | null, receivedAt: string, receivedBy: string, decidedAt: string | null, decidedBy: string | null, steps: number, done: number, applied: number, repeated: number, exceptions: number, ruled: number, ignored: number, receivedByPerson: { id: string, name: string } | null, decidedByPerson: { id: string, name: string } | null } | null };

export type BankFilesQueryVariables = Exact<{
  runMode?: PaymentRunMode | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BankFilesQuery = { bankFiles: { edges: Array<{ node: { id: string, name: string, status: BankFileStatus, format: BankFileFormat | null, idSociete: string | null, receivedAt: string, receivedBy: string, steps: number, done: number, applied: number, exceptions: number, receivedByPerson: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConfirmBankFileMutationVariables = Exact<{
  input: ConfirmBankFileInput;
}>;


export type ConfirmBankFileMutation = { confirmBankFile:
    | { __typename: 'ConfirmBankFileSuccess', bankFile: { id: string, status: BankFileStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RejectBankFileMutationVariables = Exact<{
  input: RejectBankFileInput;
}>;


export type RejectBankFileMutation = { rejectBankFile:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RejectBankFileSuccess', bankFile: { id: string, status: BankFileStatus } }
   };

export type StatementCalendarQueryVariables = Exact<{
  runMode: PaymentRunMode;
  from: string;
  to: string;
}>;


export type StatementCalendarQuery = { statementCalendar:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string }
    | { __typename: 'StatementCalendars', accounts: Array<{ maskedIban: string, societes: Array<string>, isUnbroken: boolean, lastDay: string | null, days: Array<{ day: string, state: StatementDayState, statements: Array<{ number: number | null, follows: boolean | null }> }> }> }
   };

export type BatchDebitsQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BatchDebitsQuery = { directDebitBatch: { payments: { edges: Array<{ node: { id: string, reference: string, idClient: string, status: PaymentStatus, dueDate: string | null, mandate: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string }, debitFailure: { code: string | null, meaning: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type BatchQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchQuery = { directDebitBatch: { id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, createdAt: string, closedBy: string | null, closedAt: string | null, total: { cents: number }, outcomes: Array<{ status: PaymentStatus, debits: number, total: { cents: number } }>, file: { name: string, format: string, digest: string, bytes: number, firstDownloadedAt: string | null, firstDownloadedBy: string | null }, createdByPerson: { name: string } | null, closedByPerson: { name: string } | null } | null };

export type CancelBatchMutationVariables = Exact<{
  input: CancelDirectDebitBatchInput;
}>;


export type CancelBatchMutation = { cancelDirectDebitBatch:
    | { __typename: 'ChangeDirectDebitBatchSuccess', changed: boolean, batch: { id: string, status: DirectDebitBatchStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type MarkBatchSubmittedMutationVariables = Exact<{
  input: MarkDirectDebitBatchSubmittedInput;
}>;


export type MarkBatchSubmittedMutation = { markDirectDebitBatchSubmitted:
    | { __typename: 'ChangeDirectDebitBatchSuccess', changed: boolean, batch: { id: string, status: DirectDebitBatchStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type AccountingExercisesQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
}>;


export type AccountingExercisesQuery = { accountingExercises:
    | { __typename: 'AccountingExercises', exercises: Array<{ year: number, from: string, to: string }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
   };

export type BankReconciliationQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  from: string;
  to: string;
}>;


export type BankReconciliationQuery = { bankReconciliation:
    | { __typename: 'BankReconciliation', maskedIban: string, days: Array<{ day: string, opening: { cents: number } | null, booked: { cents: number }, notBooked: { cents: number }, closing: { cents: number } | null, difference: { cents: number }, lines: Array<{ kind: ReconciliationLineKind, journalEntry: string | null, reference: string | null, counterparty: string | null, text: string | null, rule: string | null, amount: { cents: number } }> }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
   };

export type JournalEntriesQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  filter?: JournalEntryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JournalEntriesQuery = { journalEntries:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'JournalEntryConnection', edges: Array<{ node: { id: string, kind: JournalEntryKind, journalCode: string, number: number | null, date: string, pieceReference: string, label: string, lines: Array<{ account: string, debit: { cents: number } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
   };

export type JournalEntryQueryVariables = Exact<{
  id: string | number;
}>;


export type JournalEntryQuery = { node:
    | { __typename: 'Approval' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BankException' }
    | { __typename: 'BankFile' }
    | { __typename: 'BankNotification' }
    | { __typename: 'DirectDebitBatch' }
    | { __typename: 'JournalEntry', id: string, idSociete: string, effectiveRunMode: PaymentRunMode, kind: JournalEntryKind, journalCode: string, journalLabel: string, exercise: number, number: number | null, postedAt: string | null, hash: string | null, date: string, pieceReference: string, pieceDate: string, label: string, reverses: string | null, reversedBy: string | null, reason: string | null, operator: string | null, lines: Array<{ account: string, accountLabel: string, auxiliary: string | null, debit: { cents: number }, credit: { cents: number } }>, payment: { id: string, reference: string, status: PaymentStatus } | null, operatorPerson: { id: string, name: string } | null }
    | { __typename: 'Mandate' }
    | { __typename: 'MandateEvent' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentAttempt' }
    | { __typename: 'PaymentEvent' }
    | { __typename: 'PaymentOperation' }
    | { __typename: 'Person' }
    | { __typename: 'RecordedAction' }
    | { __typename: 'Refund' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ReverseJournalEntryMutationVariables = Exact<{
  input: ReverseJournalEntryInput;
}>;


export type ReverseJournalEntryMutation = { reverseJournalEntry:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReverseJournalEntrySuccess', entry: { id: string } }
   };

export type SuspenseQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
}>;


export type SuspenseQuery = { suspense:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'Suspense', isMore: boolean, total: { cents: number }, money: Array<{ counterparty: string | null, text: string | null, bankException: string | null, remaining: { cents: number }, entry: { id: string, date: string, pieceReference: string, label: string } }> }
   };

export type TrialBalanceQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  from: string;
  to: string;
}>;


export type TrialBalanceQuery = { trialBalance:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'TrialBalance', from: string, to: string, isComplete: boolean, accounts: Array<{ account: string, accountLabel: string, debit: { cents: number }, credit: { cents: number }, balance: { cents: number } }>, debit: { cents: number }, credit: { cents: number } }
   };

export type ChangeSavedViewMutationVariables = Exact<{
  input: ChangeSavedViewInput;
}>;


export type ChangeSavedViewMutation = { changeSavedView:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'SavedViewSuccess', view: { id: string, name: string, search: string, isShared: boolean } }
   };

export type ChangesSubscriptionVariables = Exact<{
  topics: Array<ChangeTopic> | ChangeTopic;
}>;


export type ChangesSubscription = { changes: { at: string, topics: Array<{ topic: ChangeTopic, ids: Array<string>, count: number }> } };

export type CreateSavedViewMutationVariables = Exact<{
  input: CreateSavedViewInput;
}>;


export type CreateSavedViewMutation = { createSavedView:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'SavedViewSuccess', view: { id: string, name: string, search: string, isShared: boolean } }
   };

export type CustomerMandatesQueryVariables = Exact<{
  filter?: MandateFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerMandatesQuery = { mandates: { edges: Array<{ node: { id: string, rum: string, scheme: MandateScheme, status: MandateStatus, debtor: { maskedIban: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CustomerPaymentsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerPaymentsQuery = { payments: { edges: Array<{ node: { id: string, reference: string, paymentType: PaymentType, status: PaymentStatus, createdAt: string, amount: { cents: number, currency: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CustomerQueryVariables = Exact<{
  idSociete: string;
  idClient: string;
}>;


export type CustomerQuery = { customer: { idSociete: string, idClient: string, firstName: string | null, lastName: string | null, address: string | null, zipCode: string | null, city: string | null, country: string | null, phone: string | null, version: number, createdAt: string, updatedAt: string, updatedBy: string, updatedByPerson: { name: string } | null } | null };

export type CustomersQueryVariables = Exact<{
  idSociete?: string | null | undefined;
  text?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { edges: Array<{ node: { idSociete: string, idClient: string, firstName: string | null, lastName: string | null, zipCode: string | null, city: string | null, phone: string | null, updatedAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ImportCustomersMutationVariables = Exact<{
  input: ImportCustomersInput;
}>;


export type ImportCustomersMutation = { importCustomers:
    | { __typename: 'ImportCustomersSuccess', rows: Array<{ change: CustomerChange | null, issues: Array<{ path: Array<string>, message: string }> }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RemoveCustomerMutationVariables = Exact<{
  input: RemoveCustomerInput;
}>;


export type RemoveCustomerMutation = { removeCustomer:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RemoveCustomerSuccess', removed: boolean }
   };

export type UpsertCustomerMutationVariables = Exact<{
  input: UpsertCustomerInput;
}>;


export type UpsertCustomerMutation = { upsertCustomer:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'UpsertCustomerSuccess', change: CustomerChange, customer: { idSociete: string, idClient: string } }
   };

export type CreateBatchMutationVariables = Exact<{
  input: CreateDirectDebitBatchInput;
}>;


export type CreateBatchMutation = { createDirectDebitBatch:
    | { __typename: 'CreateDirectDebitBatchSuccess', moreIsDue: boolean, batches: Array<{ id: string, scheme: MandateScheme, debits: number, total: { cents: number } }> }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type DirectDebitBatchesQueryVariables = Exact<{
  filter?: DirectDebitBatchFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DirectDebitBatchesQuery = { directDebitBatches: { edges: Array<{ node: { id: string, messageId: string, idSociete: string, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdAt: string, total: { cents: number }, file: { firstDownloadedAt: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DirectDebitCalendarQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
}>;


export type DirectDebitCalendarQuery = { directDebitCalendar:
    | { __typename: 'DirectDebitCalendar', days: Array<{ dueDate: string, scheme: MandateScheme, debits: number, fileFrom: string, fileUntil: string, total: { cents: number } }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type PreviewBatchQueryVariables = Exact<{
  input: PreviewDirectDebitBatchInput;
}>;


export type PreviewBatchQuery = { previewDirectDebitBatch:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PreviewDirectDebitBatchSuccess', schemes: Array<{ scheme: MandateScheme, debits: number, moreIsDue: boolean, total: { cents: number }, heldBack: Array<{ paymentId: string, reference: string, reason: string }> }> }
   };

export type ExplainUrlQueryVariables = Exact<{
  url: string;
  client?: string | null | undefined;
}>;


export type ExplainUrlQuery = { explainUrl:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'UrlExplanation', effect: UrlEffect, effectiveRunMode: PaymentRunMode | null, fields: Array<{ name: string, value: string, from: string }>, refusal: { status: number, code: string, message: string, fields: Array<{ name: string, message: string }> } | null, payment: { id: string, reference: string, status: PaymentStatus } | null, graphqlTwin: { query: string, variables: string } | null }
   };

export type RequestLogQueryVariables = Exact<{
  client?: string | null | undefined;
  route?: string | null | undefined;
  failed?: boolean | null | undefined;
}>;


export type RequestLogQuery = { requestLog: Array<{ id: string, at: string, method: string, route: string, client: string | null, status: number, isAborted: boolean, durationMs: number }> };

export type EndSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type EndSessionMutation = { endSession:
    | { __typename: 'EndSessionsSuccess', ended: number }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type EndSessionsMutationVariables = Exact<{
  person?: string | number | null | undefined;
  keepThis?: boolean | null | undefined;
}>;


export type EndSessionsMutation = { endSessions:
    | { __typename: 'EndSessionsSuccess', ended: number }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type ExceptionQueryVariables = Exact<{
  id: string | number;
}>;


export type ExceptionQuery = { node:
    | { __typename: 'Approval' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BankException', id: string, kind: BankExceptionKind, status: BankExceptionStatus, idSociete: string, runMode: PaymentRunMode, isCredit: boolean, bookedOn: string | null, reasonCode: string | null, reasonMeaning: string | null, isInSuspense: boolean, openedAt: string, counterparty: string | null, counterpartyMaskedIban: string | null, ultimateCounterparty: string | null, remittance: string | null, endToEndId: string | null, mandateReference: string | null, differsIn: Array<BankEntryFact>, resolution: BankResolution | null, resolvedBy: string | null, resolutionReason: string | null, resolvedAt: string | null, amount: { cents: number }, resolvedByPerson: { id: string, name: string } | null, bankFile: { id: string, name: string } | null, payment: { id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } } | null, countedPayment: { id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } } | null, candidates: Array<{ agrees: Array<ExceptionAgreement>, payment: { id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } } }> }
    | { __typename: 'BankFile' }
    | { __typename: 'BankNotification' }
    | { __typename: 'DirectDebitBatch' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Mandate' }
    | { __typename: 'MandateEvent' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentAttempt' }
    | { __typename: 'PaymentEvent' }
    | { __typename: 'PaymentOperation' }
    | { __typename: 'Person' }
    | { __typename: 'RecordedAction' }
    | { __typename: 'Refund' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ExceptionsQueryVariables = Exact<{
  filter?: BankExceptionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExceptionsQuery = { bankExceptions: { edges: Array<{ node: { id: string, kind: BankExceptionKind, status: BankExceptionStatus, idSociete: string, isCredit: boolean, bookedOn: string | null, counterparty: string | null, amount: { cents: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PaymentsToAssignQueryVariables = Exact<{
  text: string;
  runModes?: Array<PaymentRunMode> | PaymentRunMode | null | undefined;
}>;


export type PaymentsToAssignQuery = { search: { hits: Array<{ node:
        | { __typename: 'BankException' }
        | { __typename: 'Customer' }
        | { __typename: 'DirectDebitBatch' }
        | { __typename: 'JournalEntry' }
        | { __typename: 'Mandate' }
        | { __typename: 'Payment', id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } }
        | { __typename: 'WebhookDelivery' }
       }> } };

export type ResolveBankExceptionMutationVariables = Exact<{
  input: ResolveBankExceptionInput;
}>;


export type ResolveBankExceptionMutation = { resolveBankException:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ResolveBankExceptionSuccess', exception: { id: string, status: BankExceptionStatus }, payment: { id: string, status: PaymentStatus } | null }
   };

export type LedgerVerificationSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type LedgerVerificationSubscription = { ledgerVerification: { payments: number, events: number, isBusy: boolean, report: { holds: boolean, anchors: number, auditEntries: number, problemCount: number, unanchored: number, lastAnchor: string | null, lastAuditAnchor: string | null, problems: Array<{ kind: string, place: string }> } | null } };

export type ActivateMandateMutationVariables = Exact<{
  input: ActivateMandateInput;
}>;


export type ActivateMandateMutation = { activateMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type AmendMandateMutationVariables = Exact<{
  input: AmendMandateInput;
}>;


export type AmendMandateMutation = { amendMandate:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, approval: { id: string, expiresAt: string } }
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type MandateDebitsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MandateDebitsQuery = { payments: { edges: Array<{ node: { id: string, reference: string, status: PaymentStatus, dueDate: string | null, createdAt: string, amount: { cents: number, currency: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MandateQueryVariables = Exact<{
  id: string | number;
}>;


export type MandateQuery = { mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, createdAt: string, updatedAt: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null, events: { edges: Array<{ node: { id: string, type: MandateEventType, status: MandateStatus, cause: MandateCause | null, reason: string | null, fields: string | null, by: string, createdAt: string, byPerson: { name: string } | null } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type ResumeMandateMutationVariables = Exact<{
  input: ResumeMandateInput;
}>;


export type ResumeMandateMutation = { resumeMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RevokeMandateMutationVariables = Exact<{
  input: StopMandateInput;
}>;


export type RevokeMandateMutation = { revokeMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type SignMandateMutationVariables = Exact<{
  input: SignMandateInput;
}>;


export type SignMandateMutation = { signMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type SuspendMandateMutationVariables = Exact<{
  input: StopMandateInput;
}>;


export type SuspendMandateMutation = { suspendMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type CreateMandateMutationVariables = Exact<{
  input: CreateMandateInput;
}>;


export type CreateMandateMutation = { createMandate:
    | { __typename: 'CreateMandateSuccess', mandate: { id: string, rum: string } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type MandatesQueryVariables = Exact<{
  filter?: MandateFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MandatesQuery = { mandates: { edges: Array<{ node: { id: string, rum: string, idSociete: string, idClient: string, scheme: MandateScheme, type: MandateType, status: MandateStatus, lapsesOn: string | null, createdAt: string, debtor: { name: string, maskedIban: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { client: string, roles: Array<string>, scopes: Array<Scope>, rights: Array<ConsoleRight>, runModes: Array<PaymentRunMode>, societes: Array<string> | null, usableSocietes: Array<string>, origins: Array<string> | null, targets: Array<PaymentTarget> | null, refundLimit: number | null, proofs: Array<SignInMethod>, isConfirmed: boolean, person: { id: string, name: string, login: string | null } | null } };

export type OverviewQueryVariables = Exact<{
  runMode: PaymentRunMode;
  created: DayRange;
}>;


export type OverviewQuery = { byDay: Array<{ day: string | null, status: PaymentStatus | null, count: number, amount: { cents: number } | null }>, byMeans: Array<{ paymentTarget: PaymentTarget | null, paymentType: PaymentType | null, status: PaymentStatus | null, count: number, amount: { cents: number } | null }> };

export type RefusalsQueryVariables = Exact<{
  filter: PaymentFilter;
}>;


export type RefusalsQuery = { payments: { edges: Array<{ node: { paymentTarget: PaymentTarget, paymentType: PaymentType, attempts: Array<{ number: number, bankCode: string | null }>, debitFailure: { code: string | null, meaning: string | null } | null } }>, pageInfo: { hasNextPage: boolean } } };

export type SameWeekdaysQueryVariables = Exact<{
  runMode: PaymentRunMode;
  created: DayRange;
}>;


export type SameWeekdaysQuery = { paymentTotals: Array<{ day: string | null, status: PaymentStatus | null, count: number, amount: { cents: number } | null }> };

export type WorkloadQueryVariables = Exact<{
  runMode: PaymentRunMode;
}>;


export type WorkloadQuery = { workload: { paymentsInReview: number, transfersAwaited: number, operationsInDoubt: number, approvalsWaiting: number | null, bankFilesWaiting: number | null, mandatesLapsing: number | null, debitsWaiting: number | null, debitsOverdue: number | null, webhooksDead: number | null, bankExceptions: Array<{ kind: BankExceptionKind, count: number }> | null } };

export type PaymentUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  afterEvent?: string | null | undefined;
}>;


export type PaymentUpdatedSubscription = { paymentUpdated: { id: string, type: PaymentEventType, status: PaymentStatus, createdAt: string } };

export type CancelPaymentMutationVariables = Exact<{
  input: CancelPaymentInput;
}>;


export type CancelPaymentMutation = { cancelPayment:
    | { __typename: 'CancelPaymentSuccess', payment: { id: string, status: PaymentStatus } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type CapturePaymentMutationVariables = Exact<{
  input: CapturePaymentInput;
}>;


export type CapturePaymentMutation = { capturePayment:
    | { __typename: 'CapturePaymentSuccess', payment: { id: string, status: PaymentStatus } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type PaymentDoorsQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentDoorsQuery = { payment: { id: string, legacyUrl: string | null, graphqlTwin: { query: string, variables: string }, bankExceptions: Array<{ id: string, kind: BankExceptionKind, status: BankExceptionStatus }> } | null };

export type PaymentEntriesQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentEntriesQuery = { payment: { id: string, journalEntries: Array<{ id: string, kind: JournalEntryKind, journalCode: string, number: number | null, date: string, label: string, lines: Array<{ account: string, accountLabel: string, debit: { cents: number }, credit: { cents: number } }> }> } | null };

export type PaymentMessagesQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentMessagesQuery = { payment: { id: string, notifications: Array<{ id: string, receivedAt: string, outcome: NotificationOutcome, reason: string | null, raw: { method: string, fields: Array<{ name: string, value: string }> } | null }> } | null };

export type PaymentWebhooksQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentWebhooksQuery = { payment: { id: string, webhookDeliveries: Array<{ id: string, endpoint: string, type: string, status: WebhookDeliveryStatus, createdAt: string, nextAttemptAt: string | null, body: string, attempts: Array<{ number: number, outcome: WebhookOutcome, statusCode: number | null, detail: string | null, createdAt: string }> }> } | null };

export type PaymentQueryVariables = Exact<{
  id: string | number;
  locale?: string | null | undefined;
}>;


export type PaymentQuery = { payment: { id: string, reference: string, paymentTarget: PaymentTarget, paymentRunMode: PaymentRunMode, effectiveRunMode: PaymentRunMode, paymentType: PaymentType, typePaiement: PaymentType, idOrigin: string, idSociete: string, idClient: string, idCommande: string, client: string, email: string, commentaire: string | null, capture: PaymentCapture, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, createdAt: string, updatedAt: string, expiresAt: string | null, mandate: string | null, dueDate: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string }, payer: { firstName: string | null, lastName: string | null, address: string | null, zipCode: string | null, city: string | null, country: string | null, phone: string | null } | null, debitFailure: { code: string | null, meaning: string | null } | null, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, maximumAmount: { cents: number, currency: string } | null }>, waitingApprovals: Array<{ id: string, kind: ApprovalKind, requestedBy: string, expiresAt: string, amount: { cents: number } | null, requestedByPerson: { id: string, name: string } | null }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, amount: { cents: number, currency: string } }>, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, createdAt: string, amount: { cents: number, currency: string } }>, events: { edges: Array<{ node: { id: string, sequence: number, type: PaymentEventType, status: PaymentStatus, previousStatus: PaymentStatus | null, cause: TransitionCause | null, reason: string | null, bankTransaction: string | null, bankStatus: string | null, bankCode: string | null, dueDate: string | null, createdAt: string, actor: string | null, actorPerson: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type RefreshPaymentMutationVariables = Exact<{
  id: string | number;
}>;


export type RefreshPaymentMutation = { refreshPayment:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RefreshPaymentSuccess', changed: boolean, payment: { id: string, status: PaymentStatus } }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RefundPaymentMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundPaymentMutation = { refundPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, approval: { id: string, expiresAt: string } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RefundPaymentSuccess', refund: { id: string, status: RefundStatus, reason: string | null } }
   };

export type ReplayNotificationMutationVariables = Exact<{
  input: ReplayNotificationInput;
}>;


export type ReplayNotificationMutation = { replayNotification:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReplayNotificationSuccess', notification: { id: string, outcome: NotificationOutcome } }
   };

export type ReplayWebhookDeliveryMutationVariables = Exact<{
  input: ReplayWebhookDeliveryInput;
}>;


export type ReplayWebhookDeliveryMutation = { replayWebhookDelivery:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReplayWebhookDeliverySuccess', delivery: { id: string, status: WebhookDeliveryStatus } }
   };

export type ReviewPaymentMutationVariables = Exact<{
  input: ReviewPaymentInput;
}>;


export type ReviewPaymentMutation = { reviewPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, approval: { id: string, expiresAt: string } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReviewPaymentSuccess', payment: { id: string, status: PaymentStatus } }
   };

export type PaymentTotalsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
}>;


export type PaymentTotalsQuery = { paymentTotals: Array<{ runMode: PaymentRunMode, count: number, isExact: boolean, amount: { cents: number } | null }> };

export type PaymentsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  sort?: PaymentSort | null | undefined;
}>;


export type PaymentsQuery = { payments: { edges: Array<{ node: { id: string, reference: string, paymentTarget: PaymentTarget, paymentType: PaymentType, effectiveRunMode: PaymentRunMode, idSociete: string, idOrigin: string, idClient: string, idCommande: string, status: PaymentStatus, isFinal: boolean, createdAt: string, dueDate: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PeopleQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { people: { edges: Array<{ node: { id: string, name: string, login: string | null, issuer: string | null, roles: Array<string>, status: PersonStatus, createdAt: string, signedInAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecordChequeMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type RecordChequeMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InitiatePaymentSuccess', payment: { id: string, reference: string, idClient: string, amount: { cents: number } } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PayerDataMissingError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RemoveSavedViewMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveSavedViewMutation = { removeSavedView:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'SavedViewSuccess', view: { id: string } }
   };

export type SavedViewsQueryVariables = Exact<{
  page?: ConsolePage | null | undefined;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, name: string, page: ConsolePage, search: string, isShared: boolean, isMine: boolean, owner: { id: string, name: string } | null }> };

export type SessionsQueryVariables = Exact<{
  person?: string | number | null | undefined;
}>;


export type SessionsQuery = { sessions: Array<{ id: string, method: SignInMethod, device: string, createdAt: string, seenAt: string, endsAt: string, endsAtLatest: string, isThis: boolean }> };

export type HealthQueryVariables = Exact<{ [key: string]: never; }>;


export type HealthQuery = { health: { isReady: boolean, reason: string | null, version: string, configDigest: string } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { settings: { json: string, remarks: Array<string> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
  runModes?: Array<PaymentRunMode> | PaymentRunMode | null | undefined;
}>;


export type SearchQuery = { search: { hasMore: boolean, isComplete: boolean, hits: Array<{ matched: SearchField, node:
        | { __typename: 'BankException', id: string, idSociete: string, bookedOn: string | null, exceptionStatus: BankExceptionStatus, amount: { cents: number, currency: string }, payment: { id: string } | null }
        | { __typename: 'Customer', idSociete: string, idClient: string, firstName: string | null, lastName: string | null, city: string | null }
        | { __typename: 'DirectDebitBatch', id: string, messageId: string, idSociete: string, createdAt: string, total: { cents: number, currency: string } }
        | { __typename: 'JournalEntry', id: string, label: string, date: string, idSociete: string, payment: { id: string } | null }
        | { __typename: 'Mandate', id: string, rum: string, idSociete: string, idClient: string, createdAt: string, mandateStatus: MandateStatus }
        | { __typename: 'Payment', id: string, reference: string, status: PaymentStatus, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string } }
        | { __typename: 'WebhookDelivery', id: string, createdAt: string, eventName: string, payment: { id: string } | null }
       }> } };

export type ShowIbanMutationVariables = Exact<{
  input: ShowIbanInput;
}>;


export type ShowIbanMutation = { showIban:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ShowIbanSuccess', iban: string }
   };

export type AwaitedTransfersQueryVariables = Exact<{
  runMode: PaymentRunMode;
  filter?: AwaitedTransferFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AwaitedTransfersQuery = { awaitedTransfers: { edges: Array<{ node: { isLate: boolean, payment: { id: string, reference: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, expiresAt: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number }, nextAction:
            | { __typename: 'BankTransferAction', iban: string, reference: string }
            | { __typename: 'RedirectAction' }
           | null }, received: { cents: number }, missing: { cents: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PingWebhookEndpointMutationVariables = Exact<{
  input: PingWebhookEndpointInput;
}>;


export type PingWebhookEndpointMutation = { pingWebhookEndpoint:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PingWebhookEndpointSuccess', outcome: WebhookOutcome, statusCode: number | null, detail: string | null, durationMs: number }
   };

export type ReplayWebhooksMutationVariables = Exact<{
  input: ReplayWebhooksInput;
}>;


export type ReplayWebhooksMutation = { replayWebhooks:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReplayWebhooksSuccess', replayed: number, isMore: boolean }
   };

export type WebhookDeliveriesQueryVariables = Exact<{
  filter?: WebhookDeliveryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { edges: Array<{ node: { id: string, client: string, endpoint: string, type: string, status: WebhookDeliveryStatus, createdAt: string, nextAttemptAt: string | null, payment: { id: string, reference: string } | null, attempts: Array<{ number: number, outcome: WebhookOutcome, statusCode: number | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WebhookDeliveryQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhookDeliveryQuery = { node:
    | { __typename: 'Approval' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BankException' }
    | { __typename: 'BankFile' }
    | { __typename: 'BankNotification' }
    | { __typename: 'DirectDebitBatch' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Mandate' }
    | { __typename: 'MandateEvent' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentAttempt' }
    | { __typename: 'PaymentEvent' }
    | { __typename: 'PaymentOperation' }
    | { __typename: 'Person' }
    | { __typename: 'RecordedAction' }
    | { __typename: 'Refund' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'WebhookDelivery', id: string, client: string, endpoint: string, type: string, status: WebhookDeliveryStatus, eventId: string, body: string, createdAt: string, nextAttemptAt: string | null, settledAt: string | null, payment: { id: string, reference: string, status: PaymentStatus, effectiveRunMode: PaymentRunMode } | null, attempts: Array<{ number: number, outcome: WebhookOutcome, statusCode: number | null, detail: string | null, durationMs: number | null, createdAt: string }>, actions: Array<{ id: string, actor: string, createdAt: string, actorPerson: { id: string, name: string } | null }> }
   | null };

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointsQuery = { webhookEndpoints: Array<{ client: string, name: string, url: string, events: Array<string> | null, state: WebhookEndpointState, lastSuccessAt: string | null, lastFailureAt: string | null, failingSince: string | null, pausedUntil: string | null, waitingCount: number, oldestWaitingAt: string | null }> };

export const ApprovalsDocument = /* @__PURE__ */ new TypedDocument<ApprovalsQuery, ApprovalsQueryVariables>('query Approvals{approvals}', { hash: 'b7ce36d4ebfb3870c3a6498717b4015e5042dd4a79e98b3ba8577a79c2436474' });
export const DecideApprovalDocument = /* @__PURE__ */ new TypedDocument<DecideApprovalMutation, DecideApprovalMutationVariables>('mutation DecideApproval{decideApproval}', { hash: '8bf937b09ff54605eacd7c7ee8a441c7efb7d545524652fa694d7b5ecee55b6d' });
export const WithdrawApprovalDocument = /* @__PURE__ */ new TypedDocument<WithdrawApprovalMutation, WithdrawApprovalMutationVariables>('mutation WithdrawApproval{withdrawApproval}', { hash: '7240462c30cff2acce275061d0f8f3e6a034fec8260b021bd84f1ad70f692d9c' });
export const AuditEntriesDocument = /* @__PURE__ */ new TypedDocument<AuditEntriesQuery, AuditEntriesQueryVariables>('query AuditEntries{auditEntries}', { hash: '68b1bd5a976dd34b3f4d5c7b6b46a5f536776ec3163049b9ffcc60cea40b1a24' });
export const BankFileEntriesDocument = /* @__PURE__ */ new TypedDocument<BankFileEntriesQuery, BankFileEntriesQueryVariables>('query BankFileEntries{bankFile}', { hash: 'fab4abe2189fc5991b82bb4302421db3b1d84b0299333cdd4ce1c087cee24219' });
export const BankFileDocument = /* @__PURE__ */ new TypedDocument<BankFileQuery, BankFileQueryVariables>('query BankFile{bankFile}', { hash: '62e6a29f58ba805d8e6fd4ce81b4cff55eff9f315170a869204b80fd1ef0e602' });
export const BankFilesDocument = /* @__PURE__ */ new TypedDocument<BankFilesQuery, BankFilesQueryVariables>('query BankFiles{bankFiles}', { hash: '076e840e9a0b8a4d528e3da4f172a28098450970248ed223f8706d1116fa4b3f' });
export const ConfirmBankFileDocument = /* @__PURE__ */ new TypedDocument<ConfirmBankFileMutation, ConfirmBankFileMutationVariables>('mutation ConfirmBankFile{confirmBankFile}', { hash: 'af92e33ebce59a8a71f716d2796e3bd28816b9382c09ddf84a9bbbc86c131d7a' });
export const RejectBankFileDocument = /* @__PURE__ */ new TypedDocument<RejectBankFileMutation, RejectBankFileMutationVariables>('mutation RejectBankFile{rejectBankFile}', { hash: '20a6e37a373f59e8d0efe6c250dfb3a6114e79cdcee2464cc4bea8d0f567dab9' });
export const StatementCalendarDocument = /* @__PURE__ */ new TypedDocument<StatementCalendarQuery, StatementCalendarQueryVariables>('query StatementCalendar{statementCalendar}', { hash: '18ede42b7217467c72477ee71f40c01db7d1e4f63659c9b0eac8d4d2f85c6efd' });
export const BatchDebitsDocument = /* @__PURE__ */ new TypedDocument<BatchDebitsQuery, BatchDebitsQueryVariables>('query BatchDebits{directDebitBatch}', { hash: 'c800ae3a8adb720b06b63f639cdba736fece1c0e8aca5a1fd7e63e3710ba5678' });
export const BatchDocument = /* @__PURE__ */ new TypedDocument<BatchQuery, BatchQueryVariables>('query Batch{directDebitBatch}', { hash: '4cca9d1f0b0f7df4421ab7b239fac2dfe8642df4c994bd72f4865505b531dd9b' });
export const CancelBatchDocument = /* @__PURE__ */ new TypedDocument<CancelBatchMutation, CancelBatchMutationVariables>('mutation CancelBatch{cancelDirectDebitBatch}', { hash: '10bb0b522109b45af225f69f24f6859a3b232c63f518e0bd312316fb2713b9b1' });
export const MarkBatchSubmittedDocument = /* @__PURE__ */ new TypedDocument<MarkBatchSubmittedMutation, MarkBatchSubmittedMutationVariables>('mutation MarkBatchSubmitted{markDirectDebitBatchSubmitted}', { hash: 'e194038d2d022d3d8deabe90074db0997d82f62c027a3d89a2a88f5747e3f54c' });
export const AccountingExercisesDocument = /* @__PURE__ */ new TypedDocument<AccountingExercisesQuery, AccountingExercisesQueryVariables>('query AccountingExercises{accountingExercises}', { hash: '07b85a00afc8f1dbf49da6b67a6faeca72d3b1b97ba594b9f0787160ec06210b' });
export const BankReconciliationDocument = /* @__PURE__ */ new TypedDocument<BankReconciliationQuery, BankReconciliationQueryVariables>('query BankReconciliation{bankReconciliation}', { hash: '39b9456ae6ab14373c5cd069f9adf5a824f885c5fc66c59ef2e07bbbf2db5e0b' });
export const JournalEntriesDocument = /* @__PURE__ */ new TypedDocument<JournalEntriesQuery, JournalEntriesQueryVariables>('query JournalEntries{journalEntries}', { hash: '042955e93312749f88eb8265abb1a8a59c3eff3cd68edeb6e8c9fd09039c093a' });
export const JournalEntryDocument = /* @__PURE__ */ new TypedDocument<JournalEntryQuery, JournalEntryQueryVariables>('query JournalEntry{node}', { hash: '846a41a58a532239fbd168d67f6c95ae987d4146c9ec6d7552674c741199ee5b' });
export const ReverseJournalEntryDocument = /* @__PURE__ */ new TypedDocument<ReverseJournalEntryMutation, ReverseJournalEntryMutationVariables>('mutation ReverseJournalEntry{reverseJournalEntry}', { hash: '394028af05a764ecce7a00742e9e1f309f271674a80b20fafc3e07f5ae0e5d8c' });
export const SuspenseDocument = /* @__PURE__ */ new TypedDocument<SuspenseQuery, SuspenseQueryVariables>('query Suspense{suspense}', { hash: '8cecb063c943df0a34563f84ba363485682b95e1a543fff3bc7d57d88bafe93e' });
export const TrialBalanceDocument = /* @__PURE__ */ new TypedDocument<TrialBalanceQuery, TrialBalanceQueryVariables>('query TrialBalance{trialBalance}', { hash: 'ba5c03afd02ffdae710353dff2b154edb8c40fa11699a5c235e5e364445bec47' });
export const ChangeSavedViewDocument = /* @__PURE__ */ new TypedDocument<ChangeSavedViewMutation, ChangeSavedViewMutationVariables>('mutation ChangeSavedView{changeSavedView}', { hash: 'a18ba31c1b952ab9d8b5f788f39f940f6f392bd5d66344cf1864a0da27d22daf' });
export const ChangesDocument = /* @__PURE__ */ new TypedDocument<ChangesSubscription, ChangesSubscriptionVariables>('subscription Changes{changes}', { hash: '5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993' });
export const CreateSavedViewDocument = /* @__PURE__ */ new TypedDocument<CreateSavedViewMutation, CreateSavedViewMutationVariables>('mutation CreateSavedView{createSavedView}', { hash: '807f5c7fc2d753bfa540eb7580aedd7ddc5831dc4497273c02840c43e8fdd77f' });
export const CustomerMandatesDocument = /* @__PURE__ */ new TypedDocument<CustomerMandatesQuery, CustomerMandatesQueryVariables>('query CustomerMandates{mandates}', { hash: '83a41f509a9e32dc80cfbe1fc76c39f1a6bbedfd68260de214ac6dd3b7ed9143' });
export const CustomerPaymentsDocument = /* @__PURE__ */ new TypedDocument<CustomerPaymentsQuery, CustomerPaymentsQueryVariables>('query CustomerPayments{payments}', { hash: '496487c52943479a27423ab6e945b4eaf4b338ded413174a24170d7042956521' });
export const CustomerDocument = /* @__PURE__ */ new TypedDocument<CustomerQuery, CustomerQueryVariables>('query Customer{customer}', { hash: '48ee8586e987f311c09478b5c681c96c62d0b2cbf36e0d19ff684c2658c26743' });
export const CustomersDocument = /* @__PURE__ */ new TypedDocument<CustomersQuery, CustomersQueryVariables>('query Customers{customers}', { hash: 'fe6d5b34f5be8100150070a022c1170abb5ff8e5c23602426830df5fb9c89074' });
export const ImportCustomersDocument = /* @__PURE__ */ new TypedDocument<ImportCustomersMutation, ImportCustomersMutationVariables>('mutation ImportCustomers{importCustomers}', { hash: '658d86df0764e3139429f6c3164ad81a5ef54d74adcf232f237e09be361fa4b5' });
export const RemoveCustomerDocument = /* @__PURE__ */ new TypedDocument<RemoveCustomerMutation, RemoveCustomerMutationVariables>('mutation RemoveCustomer{removeCustomer}', { hash: 'd3a01b2c5c65595e5025e133b54902c81e5f87c93ff8e25d1272387c1f7c7d29' });
export const UpsertCustomerDocument = /* @__PURE__ */ new TypedDocument<UpsertCustomerMutation, UpsertCustomerMutationVariables>('mutation UpsertCustomer{upsertCustomer}', { hash: '904281e80e6e1ea462f40c3e14c3e78d313c5b4ccdea2f8a56c97684cb8a3074' });
export const CreateBatchDocument = /* @__PURE__ */ new TypedDocument<CreateBatchMutation, CreateBatchMutationVariables>('mutation CreateBatch{createDirectDebitBatch}', { hash: 'e780832a31d9daecd81e823541aaa53c274bab4c52cab8cf4c9ade5636afce76' });
export const DirectDebitBatchesDocument = /* @__PURE__ */ new TypedDocument<DirectDebitBatchesQuery, DirectDebitBatchesQueryVariables>('query DirectDebitBatches{directDebitBatches}', { hash: '77fdc2f9efe5fd2071f6e860ce1464bfade7b378f40835620ed6a14e1dd9a1d6' });
export const DirectDebitCalendarDocument = /* @__PURE__ */ new TypedDocument<DirectDebitCalendarQuery, DirectDebitCalendarQueryVariables>('query DirectDebitCalendar{directDebitCalendar}', { hash: 'e00a0e61c05a7d949ada547194fe78abce28b0d9a739e4386ecad84cd1c28b76' });
export const PreviewBatchDocument = /* @__PURE__ */ new TypedDocument<PreviewBatchQuery, PreviewBatchQueryVariables>('query PreviewBatch{previewDirectDebitBatch}', { hash: 'eab2cda5f69c68a612688304239c7af93cf1e4708c4ffa374336dd2e506546d4' });
export const ExplainUrlDocument = /* @__PURE__ */ new TypedDocument<ExplainUrlQuery, ExplainUrlQueryVariables>('query ExplainUrl{explainUrl}', { hash: '357208d905b1f315d7d494ff3908dd65622340dc52fd05c67832917fb625aa56' });
export const RequestLogDocument = /* @__PURE__ */ new TypedDocument<RequestLogQuery, RequestLogQueryVariables>('query RequestLog{requestLog}', { hash: '109ec06e803b3d515631ddc687cdc6912d1762d678de8a00136cb5e31fb590dd' });
export const EndSessionDocument = /* @__PURE__ */ new TypedDocument<EndSessionMutation, EndSessionMutationVariables>('mutation EndSession{endSession}', { hash: '5ec3ae19751a092b359568b302ff81cd29e6647b89a1c4abb2d7094c6ff770cb' });
export const EndSessionsDocument = /* @__PURE__ */ new TypedDocument<EndSessionsMutation, EndSessionsMutationVariables>('mutation EndSessions{endSessions}', { hash: '58cfefe273157b9fdc1cb69b6c7d665aa0a0a774f44c497274daa5e3a470e926' });
export const ExceptionDocument = /* @__PURE__ */ new TypedDocument<ExceptionQuery, ExceptionQueryVariables>('query Exception{node}', { hash: '1d4d32eccd0b1087c50ce06a8d133b91f0d9ddde11bfc6f229abb14ffec5f722' });
export const ExceptionsDocument = /* @__PURE__ */ new TypedDocument<ExceptionsQuery, ExceptionsQueryVariables>('query Exceptions{bankExceptions}', { hash: '2b4a7e3daf64bdee8ef6732b2f89964782382db656f1cd9b60218df2dd12f7d8' });
export const PaymentsToAssignDocument = /* @__PURE__ */ new TypedDocument<PaymentsToAssignQuery, PaymentsToAssignQueryVariables>('query PaymentsToAssign{search}', { hash: '2cd895ef87115e0bba195bc5028c934d2135c40785e8903e01fa42cda59444ed' });
export const ResolveBankExceptionDocument = /* @__PURE__ */ new TypedDocument<ResolveBankExceptionMutation, ResolveBankExceptionMutationVariables>('mutation ResolveBankException{resolveBankException}', { hash: 'bb6a8d8f62abfe8bb6f1d3051ec0e0176319553ef916277e0f240057fa3a1fbe' });
export const LedgerVerificationDocument = /* @__PURE__ */ new TypedDocument<LedgerVerificationSubscription, LedgerVerificationSubscriptionVariables>('subscription LedgerVerification{ledgerVerification}', { hash: 'f14717198225b591ff3e16fdb7aeb7a2a6c1c15be06202fd9a9a5f9eb2756ddd' });
export const ActivateMandateDocument = /* @__PURE__ */ new TypedDocument<ActivateMandateMutation, ActivateMandateMutationVariables>('mutation ActivateMandate{activateMandate}', { hash: 'bb1f298e99486a62afea44ca2a83f96f589786e6ffeeeb4f37aa50957bca3de7' });
export const AmendMandateDocument = /* @__PURE__ */ new TypedDocument<AmendMandateMutation, AmendMandateMutationVariables>('mutation AmendMandate{amendMandate}', { hash: '392ed659f2b9b2ab221609cc894bd5cd4664ba9cc61732a3e5421292699a17d1' });
export const MandateDebitsDocument = /* @__PURE__ */ new TypedDocument<MandateDebitsQuery, MandateDebitsQueryVariables>('query MandateDebits{payments}', { hash: '92d1a4262d0a927598d6340012231fe83a0b9ab1919b13328840715235b9ba4c' });
export const MandateDocument = /* @__PURE__ */ new TypedDocument<MandateQuery, MandateQueryVariables>('query Mandate{mandate}', { hash: '2334fb10d054d078aac5821d3129e4785da92fd703afdb0a87cd403efad59342' });
export const ResumeMandateDocument = /* @__PURE__ */ new TypedDocument<ResumeMandateMutation, ResumeMandateMutationVariables>('mutation ResumeMandate{resumeMandate}', { hash: '49b6c302d3c915f0160968945885eb24d5eca50f5819d6a0c844b3097b284fa7' });
export const RevokeMandateDocument = /* @__PURE__ */ new TypedDocument<RevokeMandateMutation, RevokeMandateMutationVariables>('mutation RevokeMandate{revokeMandate}', { hash: '3622570571a6948c001f59a47262b391fc2ab498caed9aea8fca94ca647c2271' });
export const SignMandateDocument = /* @__PURE__ */ new TypedDocument<SignMandateMutation, SignMandateMutationVariables>('mutation SignMandate{signMandate}', { hash: '800bca8e24480f25300bb3997ca4af5a708627c3e5d9c3a9915c01229e076594' });
export const SuspendMandateDocument = /* @__PURE__ */ new TypedDocument<SuspendMandateMutation, SuspendMandateMutationVariables>('mutation SuspendMandate{suspendMandate}', { hash: '5a3e6909202fdea22d3b5f7760b7c9a71eb05dede05c289162b75e7c4458b547' });
export const CreateMandateDocument = /* @__PURE__ */ new TypedDocument<CreateMandateMutation, CreateMandateMutationVariables>('mutation CreateMandate{createMandate}', { hash: '1e6da5896ea83bf9a5540696dbc68494b016000ec47a5f3b7a1e005b0d1b9b98' });
export const MandatesDocument = /* @__PURE__ */ new TypedDocument<MandatesQuery, MandatesQueryVariables>('query Mandates{mandates}', { hash: '859ca402572c3cb4cd2f5b366bbdb86051ab8686234507bcdd427e0763b683ad' });
export const MeDocument = /* @__PURE__ */ new TypedDocument<MeQuery, MeQueryVariables>('query Me{me}', { hash: 'ec8cbb1cde66971ac7514983d65fd591c16cc792d454a3eb4073482775f27297' });
export const OverviewDocument = /* @__PURE__ */ new TypedDocument<OverviewQuery, OverviewQueryVariables>('query Overview{paymentTotals}', { hash: '4aaaae4149773de0ffa694f18da28408a7846b92370372d2ff15396df03d93f1' });
export const RefusalsDocument = /* @__PURE__ */ new TypedDocument<RefusalsQuery, RefusalsQueryVariables>('query Refusals{payments}', { hash: 'da176b97ace951b62194e8430495c09600d52940069467a3fa17404230b7823b' });
export const SameWeekdaysDocument = /* @__PURE__ */ new TypedDocument<SameWeekdaysQuery, SameWeekdaysQueryVariables>('query SameWeekdays{paymentTotals}', { hash: '9fc68064433477308853244506047eddd071fea9976ad3a7206c10750607b61f' });
export const WorkloadDocument = /* @__PURE__ */ new TypedDocument<WorkloadQuery, WorkloadQueryVariables>('query Workload{workload}', { hash: '890dca28c58086bc3265e6ecd85e62a7a672918b8c60ceed768f95c3238a5bb1' });
export const PaymentUpdatedDocument = /* @__PURE__ */ new TypedDocument<PaymentUpdatedSubscription, PaymentUpdatedSubscriptionVariables>('subscription PaymentUpdated{paymentUpdated}', { hash: '294b36a0f35a8e447053a4bff270189e0d8e9755d6b7fa3fd715413036e0e980' });
export const CancelPaymentDocument = /* @__PURE__ */ new TypedDocument<CancelPaymentMutation, CancelPaymentMutationVariables>('mutation CancelPayment{cancelPayment}', { hash: 'e3237a715d990dbdac94ecd1bcacd08d0a68f349dab9dbbe0158dadb2f1f564e' });
export const CapturePaymentDocument = /* @__PURE__ */ new TypedDocument<CapturePaymentMutation, CapturePaymentMutationVariables>('mutation CapturePayment{capturePayment}', { hash: '5bee92f2b96fa92103584a3d2d54350734b47a7642f038cd34cb73e777c962d7' });
export const PaymentDoorsDocument = /* @__PURE__ */ new TypedDocument<PaymentDoorsQuery, PaymentDoorsQueryVariables>('query PaymentDoors{payment}', { hash: '848097ecf8197db6c1100e00b76e662bbd0f52d3165cd0ac8259b2ced8d626f8' });
export const PaymentEntriesDocument = /* @__PURE__ */ new TypedDocument<PaymentEntriesQuery, PaymentEntriesQueryVariables>('query PaymentEntries{payment}', { hash: '87d1961439485929c1ab4412148d5921d467b27b932e464eeb6cbdb2a794d9d3' });
export const PaymentMessagesDocument = /* @__PURE__ */ new TypedDocument<PaymentMessagesQuery, PaymentMessagesQueryVariables>('query PaymentMessages{payment}', { hash: '50c21d185d69111bbc02f48c769ffd28f1fce65d6ad84db37f520272b279d976' });
export const PaymentWebhooksDocument = /* @__PURE__ */ new TypedDocument<PaymentWebhooksQuery, PaymentWebhooksQueryVariables>('query PaymentWebhooks{payment}', { hash: '1860b7448329d7768541be4d31e2145245566a8421ad64298a8434770da87c29' });
export const PaymentDocument = /* @__PURE__ */ new TypedDocument<PaymentQuery, PaymentQueryVariables>('query Payment{payment}', { hash: 'c19bb892fe4584a6d2b19ad818ecb51dc7466c6d33d65ea5e37699d80b04bdeb' });
export const RefreshPaymentDocument = /* @__PURE__ */ new TypedDocument<RefreshPaymentMutation, RefreshPaymentMutationVariables>('mutation RefreshPayment{refreshPayment}', { hash: '7546f760470e85886659d8ad5af7f47c39fc103d8a52a641ac263891fe02f0f0' });
export const RefundPaymentDocument = /* @__PURE__ */ new TypedDocument<RefundPaymentMutation, RefundPaymentMutationVariables>('mutation RefundPayment{refundPayment}', { hash: '511962d8566288bf02610f330e5f8f6295f47beb87e211c670bd14ac19cd0fc7' });
export const ReplayNotificationDocument = /* @__PURE__ */ new TypedDocument<ReplayNotificationMutation, ReplayNotificationMutationVariables>('mutation ReplayNotification{replayNotification}', { hash: 'f4c1bea712ce3b2596b48c07e3f31494cf57b7d49937b76947ce12a72ce8364f' });
export const ReplayWebhookDeliveryDocument = /* @__PURE__ */ new TypedDocument<ReplayWebhookDeliveryMutation, ReplayWebhookDeliveryMutationVariables>('mutation ReplayWebhookDelivery{replayWebhookDelivery}', { hash: 'bba4428ab29e4f0d1bcf90b3ec6aa42ff273f13649e7b09bc77dabc77acee01b' });
export const ReviewPaymentDocument = /* @__PURE__ */ new TypedDocument<ReviewPaymentMutation, ReviewPaymentMutationVariables>('mutation ReviewPayment{reviewPayment}', { hash: '2fd292eff8273767147b787425b8ce8ae7b417a06f7fbadc4fd14270ac7b7613' });
export const PaymentTotalsDocument = /* @__PURE__ */ new TypedDocument<PaymentTotalsQuery, PaymentTotalsQueryVariables>('query PaymentTotals{paymentTotals}', { hash: '57a206253fefc64485ff4f6d4a6eb9f629acf6eb94117c9d8dec6f1db002ba38' });
export const PaymentsDocument = /* @__PURE__ */ new TypedDocument<PaymentsQuery, PaymentsQueryVariables>('query Payments{payments}', { hash: '8ace75cdb2042469722d51e53b9b6789274f18dae2fa152dc17420c9a7a5ed5c' });
export const PeopleDocument = /* @__PURE__ */ new TypedDocument<PeopleQuery, PeopleQueryVariables>('query People{people}', { hash: 'cf56becd7ad1328202a27b0a20c9b4af6c4df657f3531c2af073a768066bde65' });
export const RecordChequeDocument = /* @__PURE__ */ new TypedDocument<RecordChequeMutation, RecordChequeMutationVariables>('mutation RecordCheque{initiatePayment}', { hash: 'de7b3cff0ca24118e0d3aea61a7ad7ad27ecccd9bbf41af60a71e31d8afd7a1a' });
export const RemoveSavedViewDocument = /* @__PURE__ */ new TypedDocument<RemoveSavedViewMutation, RemoveSavedViewMutationVariables>('mutation RemoveSavedView{removeSavedView}', { hash: '716b68686294b252498e7fee83792b47676ba0a084d3f0462fa69cdd1979123c' });
export const SavedViewsDocument = /* @__PURE__ */ new TypedDocument<SavedViewsQuery, SavedViewsQueryVariables>('query SavedViews{savedViews}', { hash: '1867bacfe80e8d8ce9623ae49e3984a95c39edd7bef3f596135ea89cc00745ea' });
export const SessionsDocument = /* @__PURE__ */ new TypedDocument<SessionsQuery, SessionsQueryVariables>('query Sessions{sessions}', { hash: '2a90522fd1d73648ad565a74b0d1cb8260fa4f4655b2d3e6d8fed7062cbb4e0c' });
export const HealthDocument = /* @__PURE__ */ new TypedDocument<HealthQuery, HealthQueryVariables>('query Health{health}', { hash: 'e9cfe6a27b733ce7ce8bae3a18064102d2620d9e455fb361d6da2689108f6243' });
export const SettingsDocument = /* @__PURE__ */ new TypedDocument<SettingsQuery, SettingsQueryVariables>('query Settings{settings}', { hash: 'e2f07cb05685eea3b2e62dbf2f580741e7e4d9533f09d05d31a0e4c3d6b0302b' });
export const SearchDocument = /* @__PURE__ */ new TypedDocument<SearchQuery, SearchQueryVariables>('query Search{search}', { hash: '58c47b612e084d28e579c76f8a200d18315fefe28ceea1f5357b0c72f57ab8fc' });
export const ShowIbanDocument = /* @__PURE__ */ new TypedDocument<ShowIbanMutation, ShowIbanMutationVariables>('mutation ShowIban{showIban}', { hash: '7cec90747e2b38f0ecfc9a7d61e3571d73936e89b930913ccc1e9305fb32f4a3' });
export const AwaitedTransfersDocument = /* @__PURE__ */ new TypedDocument<AwaitedTransfersQuery, AwaitedTransfersQueryVariables>('query AwaitedTransfers{awaitedTransfers}', { hash: '833ba7a9510ae79a3d3dd7aabd102a8134e05ef29ab2e1254976aa4f51cb72f2' });
export const PingWebhookEndpointDocument = /* @__PURE__ */ new TypedDocument<PingWebhookEndpointMutation, PingWebhookEndpointMutationVariables>('mutation PingWebhookEndpoint{pingWebhookEndpoint}', { hash: '9afacfd3b0f0e3f4215b4b0cc192a76b8bba0a1e9dbe1cf3fdf0b66a5e72fce0' });
export const ReplayWebhooksDocument = /* @__PURE__ */ new TypedDocument<ReplayWebhooksMutation, ReplayWebhooksMutationVariables>('mutation ReplayWebhooks{replayWebhooks}', { hash: 'be77fb0631ee8daa0f7c81b3d4ef80f120cfa58bbbe5065b861e6cda17ae6ed8' });
export const WebhookDeliveriesDocument = /* @__PURE__ */ new TypedDocument<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>('query WebhookDeliveries{webhookDeliveries}', { hash: '49e1a0179fb13655e4b16fe5eefe4a943a7b5298dee17f49e4f0ebadf1ca5bfc' });
export const WebhookDeliveryDocument = /* @__PURE__ */ new TypedDocument<WebhookDeliveryQuery, WebhookDeliveryQueryVariables>('query WebhookDelivery{node}', { hash: '81fe1b99180d6e9997d93821de9ec402ad27ffe01036da958e4923bc7583bfb6' });
export const WebhookEndpointsDocument = /* @__PURE__ */ new TypedDocument<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>('query WebhookEndpoints{webhookEndpoints}', { hash: 'ac891d14620575fe28ee79b1b6748d4bfc9a2dcf08e00d3367cf35e1fa9d6964' });