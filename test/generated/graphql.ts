/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** How a file of a bank came. */
export type BankFileSource =
  /** By the command `bank import`. */
  | 'COMMAND_LINE'
  /** It lay in the watched folder. */
  | 'FOLDER'
  /** By the mutation `importBankFile`. */
  | 'GRAPHQL'
  /** By `POST /bank-files`. */
  | 'UPLOAD';

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

/** Which file of a bank is confirmed. */
export type ConfirmBankFileInput = {
  /** `bkf_…` */
  id: string | number;
};

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

/** What may be done after a direct debit failed. */
export type DebitAdvice =
  /** Ask the bank for its outcome, and send nothing again before. */
  | 'ASK_BANK'
  /** Nothing by itself: the debt is open, ask the customer. */
  | 'CONTACT_CUSTOMER'
  /** Something that the bank was sent is wrong: mend it, and debit anew. */
  | 'FIX_DATA'
  /** That bank cannot be debited: ask for another means of payment. */
  | 'OTHER_MEANS'
  /** It may be debited once more, as a new payment with a notice of its own. */
  | 'PRESENT_AGAIN'
  /** The mandate is suspended: ask the customer for another account, scheme or mandate. */
  | 'SUSPEND';

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

/** Where one presentation of a debit stands. */
export type DirectDebitState =
  /** It is in a file for the bank. */
  | 'BATCHED'
  /** The bank refused it before it was settled. */
  | 'REFUSED'
  /** It waits for a batch. */
  | 'WAITING'
  /** It was taken back before a bank had it: its payment, or its batch, was cancelled. */
  | 'WITHDRAWN';

/** A file of a bank: camt.053, camt.054 or pain.002. */
export type ImportBankFileInput = {
  /** The file: its text where it is in UTF-8, else its bytes in base64. Within the limit of a request; larger files go to `POST /bank-files`. */
  content: string;
  /** What it is called. */
  name: string;
};

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

/** Which messages; what is left out does not restrict. */
export type NotificationFilter = {
  /** That came to the address of this société. */
  idSociete?: string | null | undefined;
  /** Its outcome. */
  outcome?: NotificationOutcome | null | undefined;
  /** About this payment: `pay_…`. */
  payment?: string | number | null | undefined;
  /** Of this bank. */
  paymentTarget?: PaymentTarget | null | undefined;
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

/** What the bank's back office shows. */
export type OperationSettlement =
  /** The bank did it. */
  | 'DONE'
  /** The bank never did it. */
  | 'NOT_DONE';

/** A detail of the payer that a bank may want. */
export type PayerField =
  /** Street and number. */
  | 'address'
  /** City. */
  | 'city'
  /** Country, ISO 3166-1 alpha-2. */
  | 'country'
  /** First name. */
  | 'firstName'
  /** Last name. */
  | 'lastName'
  /** Phone number in international form, for instance +33612345678. */
  | 'phone'
  /** Postal code. */
  | 'zipCode';

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

/** One try at the bank's page. */
export type PaymentAttemptStatus =
  /** The bank holds the amount. */
  | 'AUTHORIZED'
  /** The customer gave up. */
  | 'CANCELLED'
  /** The page or the authorisation timed out. */
  | 'EXPIRED'
  /** A technical or configuration fault. */
  | 'FAILED'
  /** The customer can use it, or is using it. */
  | 'OPEN'
  /** Paid by this attempt. */
  | 'PAID'
  /** The bank has it and has not decided. */
  | 'PENDING'
  /** The bank refused it. */
  | 'REFUSED'
  /** A newer attempt replaced it; messages about it still count. */
  | 'SUPERSEDED';

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

/** How a payment is made. */
export type PaymentFlow =
  /** The customer transfers the amount to our account with the reference that we give. */
  | 'BANK_TRANSFER'
  /** Accounting records a payment that came in another way. */
  | 'BOOKING'
  /** We debit the customer under a mandate, in a bank file. */
  | 'DIRECT_DEBIT'
  /** The customer pays by card on the bank's page. */
  | 'HOSTED_PAGE'
  /** The customer signs a SEPA mandate on the bank's page, and the bank debits them. */
  | 'HOSTED_PAGE_MANDATE';

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

/** A debit's place in the row of those under its mandate. */
export type SequenceType =
  /** The last one: the mandate ends with it. */
  | 'FNAL'
  /** The first of a row, for a bank that still wants it named. */
  | 'FRST'
  /** The only one. */
  | 'OOFF'
  /** One of a row. */
  | 'RCUR';

/** An operation in doubt, and its outcome. */
export type SettleOperationInput = {
  /** The operation: `ope_…`. */
  id: string | number;
  /** What the bank did. */
  outcome: OperationSettlement;
};

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

/** Which mandate, and why. */
export type StopMandateInput = {
  /** `mdt_…` */
  id: string | number;
  /** A code for its story: capital letters, digits and `_`, for instance `MOVED`. */
  reason?: string | null | undefined;
};

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

type RefusalFields_ApprovalRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_IdempotencyConflictError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_InvalidInputError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_MandateRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_MandateStateError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_NotAllowedError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_OperationInProgressError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_OperationNotPossibleError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_OutcomeUnknownError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_PayerDataMissingError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_ProviderUnavailableError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_UnsupportedPaymentError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

export type RefusalFieldsFragment =
  | RefusalFields_ApprovalRequiredError_Fragment
  | RefusalFields_IdempotencyConflictError_Fragment
  | RefusalFields_InvalidInputError_Fragment
  | RefusalFields_MandateRequiredError_Fragment
  | RefusalFields_MandateStateError_Fragment
  | RefusalFields_NotAllowedError_Fragment
  | RefusalFields_OperationInProgressError_Fragment
  | RefusalFields_OperationNotPossibleError_Fragment
  | RefusalFields_OutcomeUnknownError_Fragment
  | RefusalFields_PayerDataMissingError_Fragment
  | RefusalFields_ProviderUnavailableError_Fragment
  | RefusalFields_UnsupportedPaymentError_Fragment
;

export type PaymentFieldsFragment = { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } };

export type RefundFieldsFragment = { id: string, status: RefundStatus, reason: string | null, createdAt: string, updatedAt: string, amount: { cents: number, currency: string, formatted: string } };

export type OperationFieldsFragment = { id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null };

export type InputRefusalFieldsFragment = { issues: Array<{ path: Array<string>, message: string }> };

export type ImportBankFileMutationVariables = Exact<{
  input: ImportBankFileInput;
}>;


export type ImportBankFileMutation = { importBankFile:
    | { __typename: 'ImportBankFileSuccess', repeated: boolean, bankFile: { id: string, name: string, digest: string, status: BankFileStatus, reason: string | null, format: BankFileFormat | null, version: string | null, idSociete: string | null, runMode: PaymentRunMode | null, applied: number, exceptions: number } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type BankFilesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BankFilesQuery = { bankFiles: { edges: Array<{ node: { id: string, name: string, status: BankFileStatus, source: BankFileSource, receivedBy: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BankExceptionsQueryVariables = Exact<{
  filter?: BankExceptionFilter | null | undefined;
}>;


export type BankExceptionsQuery = { bankExceptions: { edges: Array<{ node: { id: string, kind: BankExceptionKind, status: BankExceptionStatus, idSociete: string, isInSuspense: boolean, reasonMeaning: string | null, remittance: string | null, counterparty: string | null, differsIn: Array<BankEntryFact>, resolvedBy: string | null, resolutionReason: string | null, amount: { cents: number }, bankFile: { name: string } | null, payment: { id: string } | null, suggestions: Array<{ id: string }>, countedPayment: { id: string } | null, countedBankFile: { source: BankFileSource, receivedBy: string } | null } }> } };

export type ResolveBankExceptionMutationVariables = Exact<{
  input: ResolveBankExceptionInput;
}>;


export type ResolveBankExceptionMutation = { resolveBankException:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ResolveBankExceptionSuccess', exception: { status: BankExceptionStatus, resolvedBy: string | null }, payment: { id: string, status: PaymentStatus } | null }
   };

export type ConfirmBankFileMutationVariables = Exact<{
  input: ConfirmBankFileInput;
}>;


export type ConfirmBankFileMutation = { confirmBankFile:
    | { bankFile: { id: string, status: BankFileStatus, reason: string | null, source: BankFileSource, receivedBy: string, decidedBy: string | null, decidedAt: string | null, applied: number } }
    | { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type RejectBankFileMutationVariables = Exact<{
  input: RejectBankFileInput;
}>;


export type RejectBankFileMutation = { rejectBankFile:
    | { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { bankFile: { id: string, status: BankFileStatus, reason: string | null, source: BankFileSource, receivedBy: string, decidedBy: string | null, decidedAt: string | null, applied: number } }
   };

export type ConfirmedFileFragment = { id: string, status: BankFileStatus, reason: string | null, source: BankFileSource, receivedBy: string, decidedBy: string | null, decidedAt: string | null, applied: number };

export type CustomerPartsFragment = { idSociete: string, idClient: string, firstName: string | null, lastName: string | null, address: string | null, zipCode: string | null, city: string | null, country: string | null, phone: string | null, version: number, createdAt: string, updatedAt: string, updatedBy: string };

export type UpsertCustomerMutationVariables = Exact<{
  input: UpsertCustomerInput;
}>;


export type UpsertCustomerMutation = { upsertCustomer:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'UpsertCustomerSuccess', change: CustomerChange, customer: { idSociete: string, idClient: string, firstName: string | null, lastName: string | null, address: string | null, zipCode: string | null, city: string | null, country: string | null, phone: string | null, version: number, createdAt: string, updatedAt: string, updatedBy: string } }
   };

export type RemoveCustomerMutationVariables = Exact<{
  input: RemoveCustomerInput;
}>;


export type RemoveCustomerMutation = { removeCustomer:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'RemoveCustomerSuccess', removed: boolean }
   };

export type CustomerQueryVariables = Exact<{
  idSociete: string;
  idClient: string;
}>;


export type CustomerQuery = { customer: { idSociete: string, idClient: string, firstName: string | null, lastName: string | null, address: string | null, zipCode: string | null, city: string | null, country: string | null, phone: string | null, version: number, createdAt: string, updatedAt: string, updatedBy: string } | null };

export type CustomersQueryVariables = Exact<{
  idSociete?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { edges: Array<{ cursor: string, node: { idSociete: string, idClient: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } } };

export type ImportCustomersMutationVariables = Exact<{
  input: ImportCustomersInput;
}>;


export type ImportCustomersMutation = { importCustomers:
    | { __typename: 'ImportCustomersSuccess', rows: Array<{ change: CustomerChange | null, issues: Array<{ path: Array<string>, message: string }> }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type BatchPartsFragment = { id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, closedBy: string | null, total: { cents: number }, file: { name: string, format: string, digest: string, bytes: number, url: string, firstDownloadedAt: string | null, firstDownloadedBy: string | null } };

export type ChangedBatchFragment = { changed: boolean, batch: { id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, closedBy: string | null, total: { cents: number }, file: { name: string, format: string, digest: string, bytes: number, url: string, firstDownloadedAt: string | null, firstDownloadedBy: string | null } } };

export type DirectDebitOfPaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type DirectDebitOfPaymentQuery = { payment: { status: PaymentStatus, mandate: string | null, dueDate: string | null, debitFailure: { code: string | null, meaning: string | null, advice: DebitAdvice | null, isRefund: boolean, bookedOn: string | null, fee: { cents: number } } | null, directDebit: { state: DirectDebitState, dueDate: string, endToEndId: string, presentation: number, sequence: SequenceType | null, returnableUntil: string, refundableUntil: string | null, contestableUntil: string | null, mandate: { rum: string, lastCollectedOn: string | null, hasPendingAmendment: boolean, status: MandateStatus } | null, batch: { id: string, status: DirectDebitBatchStatus } | null } | null, events: { edges: Array<{ node: { type: PaymentEventType, status: PaymentStatus, cause: TransitionCause | null, dueDate: string | null, previousDueDate: string | null, rum: string | null, ics: string | null } }> } } | null };

export type CreateDirectDebitBatchMutationVariables = Exact<{
  input: CreateDirectDebitBatchInput;
}>;


export type CreateDirectDebitBatchMutation = { createDirectDebitBatch:
    | { __typename: 'CreateDirectDebitBatchSuccess', replayed: boolean, moreIsDue: boolean, heldBack: Array<{ paymentId: string, reference: string, reason: string }>, batches: Array<{ id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, closedBy: string | null, total: { cents: number }, file: { name: string, format: string, digest: string, bytes: number, url: string, firstDownloadedAt: string | null, firstDownloadedBy: string | null } }> }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type CancelDirectDebitBatchMutationVariables = Exact<{
  input: CancelDirectDebitBatchInput;
}>;


export type CancelDirectDebitBatchMutation = { cancelDirectDebitBatch:
    | { __typename: 'ChangeDirectDebitBatchSuccess', changed: boolean, batch: { id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, closedBy: string | null, total: { cents: number }, file: { name: string, format: string, digest: string, bytes: number, url: string, firstDownloadedAt: string | null, firstDownloadedBy: string | null } } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type MarkDirectDebitBatchSubmittedMutationVariables = Exact<{
  input: MarkDirectDebitBatchSubmittedInput;
}>;


export type MarkDirectDebitBatchSubmittedMutation = { markDirectDebitBatchSubmitted:
    | { __typename: 'ChangeDirectDebitBatchSuccess', changed: boolean, batch: { id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, closedBy: string | null, total: { cents: number }, file: { name: string, format: string, digest: string, bytes: number, url: string, firstDownloadedAt: string | null, firstDownloadedBy: string | null } } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type DirectDebitBatchesQueryVariables = Exact<{
  filter?: DirectDebitBatchFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DirectDebitBatchesQuery = { directDebitBatches: { edges: Array<{ node: { id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, closedBy: string | null, total: { cents: number }, file: { name: string, format: string, digest: string, bytes: number, url: string, firstDownloadedAt: string | null, firstDownloadedBy: string | null } } }>, pageInfo: { hasNextPage: boolean } } };

export type JournalEntryPartsFragment = { id: string, idSociete: string, effectiveRunMode: PaymentRunMode, kind: JournalEntryKind, journalCode: string, journalLabel: string, exercise: number, number: number | null, postedAt: string | null, hash: string | null, date: string, pieceReference: string, pieceDate: string, label: string, reverses: string | null, reason: string | null, operator: string | null, lines: Array<{ account: string, accountLabel: string, auxiliary: string | null, debit: { cents: number }, credit: { cents: number } }>, payment: { id: string, status: PaymentStatus } | null };

export type JournalEntriesQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JournalEntriesQuery = { journalEntries:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'JournalEntryConnection', edges: Array<{ cursor: string, node: { id: string, idSociete: string, effectiveRunMode: PaymentRunMode, kind: JournalEntryKind, journalCode: string, journalLabel: string, exercise: number, number: number | null, postedAt: string | null, hash: string | null, date: string, pieceReference: string, pieceDate: string, label: string, reverses: string | null, reason: string | null, operator: string | null, lines: Array<{ account: string, accountLabel: string, auxiliary: string | null, debit: { cents: number }, credit: { cents: number } }>, payment: { id: string, status: PaymentStatus } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type TrialBalanceQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  from: string;
  to: string;
}>;


export type TrialBalanceQuery = { trialBalance:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'TrialBalance', from: string, to: string, isComplete: boolean, accounts: Array<{ account: string, accountLabel: string, debit: { cents: number }, credit: { cents: number }, balance: { cents: number, formatted: string } }>, debit: { cents: number }, credit: { cents: number } }
   };

export type ReverseJournalEntryMutationVariables = Exact<{
  input: ReverseJournalEntryInput;
}>;


export type ReverseJournalEntryMutation = { reverseJournalEntry:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ReverseJournalEntrySuccess', entry: { id: string, idSociete: string, effectiveRunMode: PaymentRunMode, kind: JournalEntryKind, journalCode: string, journalLabel: string, exercise: number, number: number | null, postedAt: string | null, hash: string | null, date: string, pieceReference: string, pieceDate: string, label: string, reverses: string | null, reason: string | null, operator: string | null, lines: Array<{ account: string, accountLabel: string, auxiliary: string | null, debit: { cents: number }, credit: { cents: number } }>, payment: { id: string, status: PaymentStatus } | null } }
   };

export type PaymentAccountingQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentAccountingQuery = { payment: { status: PaymentStatus, accounting: { means: AccountingMeans, date: string, pieceReference: string, operator: string } | null } | null };

export type MandatePartsFragment = { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null };

export type CreateMandateMutationVariables = Exact<{
  input: CreateMandateInput;
}>;


export type CreateMandateMutation = { createMandate:
    | { __typename: 'CreateMandateSuccess', replayed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type ChangedPartsFragment = { changed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } };

export type SignMandateMutationVariables = Exact<{
  input: SignMandateInput;
}>;


export type SignMandateMutation = { signMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type ActivateMandateMutationVariables = Exact<{
  input: ActivateMandateInput;
}>;


export type ActivateMandateMutation = { activateMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type SuspendMandateMutationVariables = Exact<{
  input: StopMandateInput;
}>;


export type SuspendMandateMutation = { suspendMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type ResumeMandateMutationVariables = Exact<{
  input: ResumeMandateInput;
}>;


export type ResumeMandateMutation = { resumeMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type RevokeMandateMutationVariables = Exact<{
  input: StopMandateInput;
}>;


export type RevokeMandateMutation = { revokeMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type AmendMandateMutationVariables = Exact<{
  input: AmendMandateInput;
}>;


export type AmendMandateMutation = { amendMandate:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type MandateByRumQueryVariables = Exact<{
  rum: string;
  idSociete?: string | null | undefined;
}>;


export type MandateByRumQuery = { mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, events: { edges: Array<{ node: { type: MandateEventType, status: MandateStatus, cause: MandateCause | null, reason: string | null, fields: string | null, by: string } }> }, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null } | null };

export type MandatesQueryVariables = Exact<{
  filter?: MandateFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MandatesQuery = { mandates: { edges: Array<{ cursor: string, node: { id: string, rum: string } }>, pageInfo: { hasNextPage: boolean } } };

export type NotificationsQueryVariables = Exact<{
  filter?: NotificationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { notifications: { edges: Array<{ cursor: string, node: { id: string, paymentTarget: PaymentTarget, idSociete: string | null, receivedAt: string, outcome: NotificationOutcome, reason: string | null, digest: string, payment: { id: string, status: PaymentStatus } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReplayNotificationMutationVariables = Exact<{
  id: string | number;
}>;


export type ReplayNotificationMutation = { replayNotification:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ReplayNotificationSuccess', changed: boolean, notification: { id: string, outcome: NotificationOutcome, reason: string | null, payment: { id: string, status: PaymentStatus } | null } }
   };

type ErrorParts_ApprovalRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_IdempotencyConflictError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_InvalidInputError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_MandateRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_MandateStateError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_NotAllowedError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_OperationInProgressError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_OperationNotPossibleError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_OutcomeUnknownError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_PayerDataMissingError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_ProviderUnavailableError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

type ErrorParts_UnsupportedPaymentError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice };

export type ErrorPartsFragment =
  | ErrorParts_ApprovalRequiredError_Fragment
  | ErrorParts_IdempotencyConflictError_Fragment
  | ErrorParts_InvalidInputError_Fragment
  | ErrorParts_MandateRequiredError_Fragment
  | ErrorParts_MandateStateError_Fragment
  | ErrorParts_NotAllowedError_Fragment
  | ErrorParts_OperationInProgressError_Fragment
  | ErrorParts_OperationNotPossibleError_Fragment
  | ErrorParts_OutcomeUnknownError_Fragment
  | ErrorParts_PayerDataMissingError_Fragment
  | ErrorParts_ProviderUnavailableError_Fragment
  | ErrorParts_UnsupportedPaymentError_Fragment
;

export type PaymentPartsFragment = { paymentRunMode: PaymentRunMode, email: string, commentaire: string | null, id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } };

export type NextActionPartsFragment = { nextAction:
    | { __typename: 'BankTransferAction', iban: string, bic: string, creditorName: string, reference: string, qrCodeSvg: string, amount: { cents: number, formatted: string } }
    | { __typename: 'RedirectAction', method: string, url: string, expiresAt: string | null, fields: Array<{ name: string, value: string }> }
   | null };

export type InitiatePaymentMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type InitiatePaymentMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InitiatePaymentSuccess', replayed: boolean, payment: { paymentRunMode: PaymentRunMode, email: string, commentaire: string | null, id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, nextAction:
          | { __typename: 'BankTransferAction', iban: string, bic: string, creditorName: string, reference: string, qrCodeSvg: string, amount: { cents: number, formatted: string } }
          | { __typename: 'RedirectAction', method: string, url: string, expiresAt: string | null, fields: Array<{ name: string, value: string }> }
         | null, amount: { cents: number, currency: string, formatted: string } } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PayerDataMissingError', missingFields: Array<PayerField>, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, allowed: Array<{ paymentTarget: PaymentTarget, paymentType: PaymentType, flow: PaymentFlow | null }> }
   };

export type PaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentQuery = { payment: { paymentRunMode: PaymentRunMode, email: string, commentaire: string | null, id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null }>, refunds: Array<{ id: string, status: RefundStatus, amount: { cents: number } }>, attempts: Array<{ id: string, number: number, reference: string, status: PaymentAttemptStatus, bankTransaction: string | null, bankCode: string | null }>, events: { edges: Array<{ cursor: string, node: { id: string, sequence: number, type: PaymentEventType, status: PaymentStatus, previousStatus: PaymentStatus | null, cause: TransitionCause | null, reason: string | null, attemptReference: string | null, bankTransaction: string | null, bankStatus: string | null, bankCode: string | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, nextAction:
      | { __typename: 'BankTransferAction', iban: string, bic: string, creditorName: string, reference: string, qrCodeSvg: string, amount: { cents: number, formatted: string } }
      | { __typename: 'RedirectAction', method: string, url: string, expiresAt: string | null, fields: Array<{ name: string, value: string }> }
     | null, amount: { cents: number, currency: string, formatted: string } } | null };

export type PaymentByReferenceQueryVariables = Exact<{
  reference: string;
}>;


export type PaymentByReferenceQuery = { paymentByReference: { id: string, reference: string } | null };

export type NodeQueryVariables = Exact<{
  id: string | number;
}>;


export type NodeQuery = { node:
    | { __typename: 'Approval', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'BankException', id: string }
    | { __typename: 'BankFile', id: string }
    | { __typename: 'BankNotification', id: string }
    | { __typename: 'DirectDebitBatch', id: string }
    | { __typename: 'JournalEntry', id: string }
    | { __typename: 'Mandate', id: string }
    | { __typename: 'MandateEvent', id: string }
    | { __typename: 'Payment', reference: string, id: string }
    | { __typename: 'PaymentAttempt', id: string }
    | { __typename: 'PaymentEvent', id: string }
    | { __typename: 'PaymentOperation', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'RecordedAction', id: string }
    | { __typename: 'Refund', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type PaymentsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PaymentsQuery = { payments: { edges: Array<{ cursor: string, node: { id: string, status: PaymentStatus, idSociete: string, idClient: string, idCommande: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CapabilitiesQueryVariables = Exact<{
  idSociete: string;
}>;


export type CapabilitiesQuery = { paymentCapabilities: Array<{ paymentTarget: PaymentTarget, paymentType: PaymentType, flow: PaymentFlow | null, isSupported: boolean, effectiveRunModes: Array<PaymentRunMode> }> };

export type PaymentUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  afterEvent?: string | null | undefined;
}>;


export type PaymentUpdatedSubscription = { paymentUpdated: { id: string, sequence: number, type: PaymentEventType, status: PaymentStatus } };

export type RefreshPaymentMutationVariables = Exact<{
  id: string | number;
}>;


export type RefreshPaymentMutation = { refreshPayment:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ProviderUnavailableError', retryAfterSeconds: number, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'RefreshPaymentSuccess', changed: boolean, payment: { id: string, status: PaymentStatus } }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type StandingFragment = { id: string, status: PaymentStatus, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, amount: { cents: number } }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, isFromBank: boolean }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, raison: string | null, maximumAmount: { cents: number } | null }> };

export type RefundPaymentMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundPaymentMutation = { refundPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, operation: { id: string, status: PaymentOperationStatus } }
    | { __typename: 'ProviderUnavailableError', retryAfterSeconds: number, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'RefundPaymentSuccess', replayed: boolean, refund: { id: string, status: RefundStatus, reason: string | null, amount: { cents: number } }, payment: { id: string, status: PaymentStatus, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, amount: { cents: number } }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, isFromBank: boolean }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, raison: string | null, maximumAmount: { cents: number } | null }> } }
   };

export type CancelPaymentMutationVariables = Exact<{
  input: CancelPaymentInput;
}>;


export type CancelPaymentMutation = { cancelPayment:
    | { __typename: 'CancelPaymentSuccess', replayed: boolean, operation: { id: string, status: PaymentOperationStatus, reason: string | null } | null, payment: { id: string, status: PaymentStatus, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, amount: { cents: number } }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, isFromBank: boolean }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, raison: string | null, maximumAmount: { cents: number } | null }> } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type CapturePaymentMutationVariables = Exact<{
  input: CapturePaymentInput;
}>;


export type CapturePaymentMutation = { capturePayment:
    | { __typename: 'CapturePaymentSuccess', replayed: boolean, operation: { id: string, status: PaymentOperationStatus, reason: string | null }, payment: { id: string, status: PaymentStatus, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, amount: { cents: number } }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, isFromBank: boolean }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, raison: string | null, maximumAmount: { cents: number } | null }> } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type SettleOperationMutationVariables = Exact<{
  input: SettleOperationInput;
}>;


export type SettleOperationMutation = { settleOperation:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'SettleOperationSuccess', operation: { id: string, status: PaymentOperationStatus }, payment: { id: string, status: PaymentStatus, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, amount: { cents: number } }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, isFromBank: boolean }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, raison: string | null, maximumAmount: { cents: number } | null }> } }
   };

export type ReviewPaymentMutationVariables = Exact<{
  input: ReviewPaymentInput;
}>;


export type ReviewPaymentMutation = { reviewPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ReviewPaymentSuccess', payment: { id: string, status: PaymentStatus, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, amount: { cents: number } }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, isFromBank: boolean }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, raison: string | null, maximumAmount: { cents: number } | null }> } }
   };

export type StandingQueryVariables = Exact<{
  id: string | number;
}>;


export type StandingQuery = { payment: { id: string, status: PaymentStatus, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, amount: { cents: number } }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, isFromBank: boolean }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, raison: string | null, maximumAmount: { cents: number } | null }> } | null };

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointsQuery = { webhookEndpoints: Array<{ name: string, url: string, events: Array<string> | null, state: WebhookEndpointState, lastSuccessAt: string | null, lastFailureAt: string | null, failingSince: string | null, pausedUntil: string | null, waitingCount: number, oldestWaitingAt: string | null }> };

export type WebhookDeliveriesQueryVariables = Exact<{
  filter?: WebhookDeliveryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { edges: Array<{ cursor: string, node: { id: string, endpoint: string, type: string, status: WebhookDeliveryStatus, eventId: string, body: string, createdAt: string, nextAttemptAt: string | null, settledAt: string | null, payment: { id: string } | null, attempts: Array<{ number: number, outcome: WebhookOutcome, statusCode: number | null, detail: string | null, durationMs: number | null, createdAt: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReplayWebhookDeliveryMutationVariables = Exact<{
  input: ReplayWebhookDeliveryInput;
}>;


export type ReplayWebhookDeliveryMutation = { replayWebhookDelivery:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ReplayWebhookDeliverySuccess', delivery: { id: string, status: WebhookDeliveryStatus, body: string, nextAttemptAt: string | null } }
   };

export type ReplayWebhooksMutationVariables = Exact<{
  input: ReplayWebhooksInput;
}>;


export type ReplayWebhooksMutation = { replayWebhooks:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ReplayWebhooksSuccess', replayed: number, isMore: boolean }
   };

export type PingWebhookEndpointMutationVariables = Exact<{
  input: PingWebhookEndpointInput;
}>;


export type PingWebhookEndpointMutation = { pingWebhookEndpoint:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'PingWebhookEndpointSuccess', outcome: WebhookOutcome, statusCode: number | null, detail: string | null, durationMs: number }
   };

export const RefusalFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefusalFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}}]}}]} as unknown as DocumentNode<RefusalFieldsFragment, unknown>;
export const RefundFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefundFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refund"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<RefundFieldsFragment, unknown>;
export const OperationFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OperationFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentOperation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]} as unknown as DocumentNode<OperationFieldsFragment, unknown>;
export const InputRefusalFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InputRefusalFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<InputRefusalFieldsFragment, unknown>;
export const ConfirmedFileFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConfirmedFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"receivedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"applied"}}]}}]} as unknown as DocumentNode<ConfirmedFileFragment, unknown>;
export const CustomerPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Customer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"zipCode"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"}}]}}]} as unknown as DocumentNode<CustomerPartsFragment, unknown>;
export const BatchPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DirectDebitBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"cutOff"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debits"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}}]}}]} as unknown as DocumentNode<BatchPartsFragment, unknown>;
export const ChangedBatchFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedBatch"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeDirectDebitBatchSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BatchParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DirectDebitBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"cutOff"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debits"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}}]}}]} as unknown as DocumentNode<ChangedBatchFragment, unknown>;
export const JournalEntryPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JournalEntryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"journalCode"}},{"kind":"Field","name":{"kind":"Name","value":"journalLabel"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"postedAt"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"pieceReference"}},{"kind":"Field","name":{"kind":"Name","value":"pieceDate"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"accountLabel"}},{"kind":"Field","name":{"kind":"Name","value":"auxiliary"}},{"kind":"Field","name":{"kind":"Name","value":"debit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reverses"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}}]}}]} as unknown as DocumentNode<JournalEntryPartsFragment, unknown>;
export const MandatePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}}]} as unknown as DocumentNode<MandatePartsFragment, unknown>;
export const ChangedPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}}]} as unknown as DocumentNode<ChangedPartsFragment, unknown>;
export const ErrorPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ErrorPartsFragment, unknown>;
export const PaymentFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isFinal"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"typePaiement"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"idOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PaymentFieldsFragment, unknown>;
export const PaymentPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaymentFields"}},{"kind":"Field","name":{"kind":"Name","value":"paymentRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"commentaire"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isFinal"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"typePaiement"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"idOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PaymentPartsFragment, unknown>;
export const NextActionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextActionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedirectAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"qrCodeSvg"}}]}}]}}]}}]} as unknown as DocumentNode<NextActionPartsFragment, unknown>;
export const StandingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"isFromBank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","alias":{"kind":"Name","value":"raison"},"name":{"kind":"Name","value":"reason"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr-FR","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"maximumAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<StandingFragment, unknown>;
export const ImportBankFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportBankFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportBankFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importBankFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportBankFileSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repeated"}},{"kind":"Field","name":{"kind":"Name","value":"bankFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"applied"}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ImportBankFileMutation, ImportBankFileMutationVariables>;
export const BankFilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BankFiles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankFiles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"receivedBy"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<BankFilesQuery, BankFilesQueryVariables>;
export const BankExceptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BankExceptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BankExceptionFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankExceptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"isInSuspense"}},{"kind":"Field","name":{"kind":"Name","value":"reasonMeaning"}},{"kind":"Field","name":{"kind":"Name","value":"remittance"}},{"kind":"Field","name":{"kind":"Name","value":"counterparty"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"differsIn"}},{"kind":"Field","name":{"kind":"Name","value":"countedPayment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"countedBankFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"receivedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionReason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BankExceptionsQuery, BankExceptionsQueryVariables>;
export const ResolveBankExceptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveBankException"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveBankExceptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveBankException"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveBankExceptionSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exception"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ResolveBankExceptionMutation, ResolveBankExceptionMutationVariables>;
export const ConfirmBankFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmBankFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmBankFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmBankFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmBankFileSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ConfirmedFile"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConfirmedFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"receivedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"applied"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ConfirmBankFileMutation, ConfirmBankFileMutationVariables>;
export const RejectBankFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectBankFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RejectBankFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectBankFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RejectBankFileSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ConfirmedFile"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConfirmedFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"receivedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"applied"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<RejectBankFileMutation, RejectBankFileMutationVariables>;
export const UpsertCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertCustomerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomerParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"InputRefusalFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InputRefusalFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Customer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"zipCode"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<UpsertCustomerMutation, UpsertCustomerMutationVariables>;
export const RemoveCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveCustomerSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removed"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<RemoveCustomerMutation, RemoveCustomerMutationVariables>;
export const CustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idClient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idSociete"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}}},{"kind":"Argument","name":{"kind":"Name","value":"idClient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idClient"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomerParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomerParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Customer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"zipCode"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"}}]}}]} as unknown as DocumentNode<CustomerQuery, CustomerQueryVariables>;
export const CustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idSociete"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const ImportCustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportCustomers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportCustomersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importCustomers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportCustomersSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"InputRefusalFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InputRefusalFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ImportCustomersMutation, ImportCustomersMutationVariables>;
export const DirectDebitOfPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DirectDebitOfPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"debitFailure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"isRefund"}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bookedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"directDebit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"endToEndId"}},{"kind":"Field","name":{"kind":"Name","value":"presentation"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"returnableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"refundableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"contestableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"previousDueDate"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DirectDebitOfPaymentQuery, DirectDebitOfPaymentQueryVariables>;
export const CreateDirectDebitBatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDirectDebitBatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDirectDebitBatchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDirectDebitBatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDirectDebitBatchSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"moreIsDue"}},{"kind":"Field","name":{"kind":"Name","value":"heldBack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BatchParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DirectDebitBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"cutOff"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debits"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<CreateDirectDebitBatchMutation, CreateDirectDebitBatchMutationVariables>;
export const CancelDirectDebitBatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelDirectDebitBatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelDirectDebitBatchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelDirectDebitBatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedBatch"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DirectDebitBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"cutOff"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debits"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedBatch"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeDirectDebitBatchSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BatchParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<CancelDirectDebitBatchMutation, CancelDirectDebitBatchMutationVariables>;
export const MarkDirectDebitBatchSubmittedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkDirectDebitBatchSubmitted"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkDirectDebitBatchSubmittedInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markDirectDebitBatchSubmitted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedBatch"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DirectDebitBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"cutOff"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debits"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedBatch"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeDirectDebitBatchSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BatchParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<MarkDirectDebitBatchSubmittedMutation, MarkDirectDebitBatchSubmittedMutationVariables>;
export const DirectDebitBatchesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DirectDebitBatches"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DirectDebitBatchFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"directDebitBatches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BatchParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DirectDebitBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"cutOff"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debits"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstDownloadedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}}]}}]} as unknown as DocumentNode<DirectDebitBatchesQuery, DirectDebitBatchesQueryVariables>;
export const JournalEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JournalEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runMode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentRunMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journalEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idSociete"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}}},{"kind":"Argument","name":{"kind":"Name","value":"runMode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runMode"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntryConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JournalEntryParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JournalEntryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"journalCode"}},{"kind":"Field","name":{"kind":"Name","value":"journalLabel"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"postedAt"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"pieceReference"}},{"kind":"Field","name":{"kind":"Name","value":"pieceDate"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"accountLabel"}},{"kind":"Field","name":{"kind":"Name","value":"auxiliary"}},{"kind":"Field","name":{"kind":"Name","value":"debit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reverses"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<JournalEntriesQuery, JournalEntriesQueryVariables>;
export const TrialBalanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrialBalance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runMode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentRunMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trialBalance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idSociete"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}}},{"kind":"Argument","name":{"kind":"Name","value":"runMode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runMode"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrialBalance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"accountLabel"}},{"kind":"Field","name":{"kind":"Name","value":"debit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"debit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<TrialBalanceQuery, TrialBalanceQueryVariables>;
export const ReverseJournalEntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReverseJournalEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReverseJournalEntryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reverseJournalEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReverseJournalEntrySuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JournalEntryParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JournalEntryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"journalCode"}},{"kind":"Field","name":{"kind":"Name","value":"journalLabel"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"postedAt"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"pieceReference"}},{"kind":"Field","name":{"kind":"Name","value":"pieceDate"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"accountLabel"}},{"kind":"Field","name":{"kind":"Name","value":"auxiliary"}},{"kind":"Field","name":{"kind":"Name","value":"debit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reverses"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ReverseJournalEntryMutation, ReverseJournalEntryMutationVariables>;
export const PaymentAccountingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentAccounting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"accounting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"means"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"pieceReference"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}}]}}]}}]}}]} as unknown as DocumentNode<PaymentAccountingQuery, PaymentAccountingQueryVariables>;
export const CreateMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<CreateMandateMutation, CreateMandateMutationVariables>;
export const SignMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<SignMandateMutation, SignMandateMutationVariables>;
export const ActivateMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ActivateMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ActivateMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activateMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ActivateMandateMutation, ActivateMandateMutationVariables>;
export const SuspendMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StopMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<SuspendMandateMutation, SuspendMandateMutationVariables>;
export const ResumeMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResumeMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ResumeMandateMutation, ResumeMandateMutationVariables>;
export const RevokeMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StopMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<RevokeMandateMutation, RevokeMandateMutationVariables>;
export const AmendMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AmendMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AmendMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amendMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<AmendMandateMutation, AmendMandateMutationVariables>;
export const MandateByRumDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MandateByRum"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rum"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rum"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rum"}}},{"kind":"Argument","name":{"kind":"Name","value":"idSociete"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}},{"kind":"Field","name":{"kind":"Name","value":"ics"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"runMode"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"debtor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"buildingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceDigest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastCollectedOn"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesOn"}},{"kind":"Field","name":{"kind":"Name","value":"hasPendingAmendment"}},{"kind":"Field","name":{"kind":"Name","value":"endsWithNext"}},{"kind":"Field","name":{"kind":"Name","value":"formUrl"}}]}}]} as unknown as DocumentNode<MandateByRumQuery, MandateByRumQueryVariables>;
export const MandatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Mandates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MandateFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mandates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<MandatesQuery, MandatesQueryVariables>;
export const NotificationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Notifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationsQuery, NotificationsQueryVariables>;
export const ReplayNotificationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayNotification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayNotification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayNotificationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"notification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ReplayNotificationMutation, ReplayNotificationMutationVariables>;
export const InitiatePaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InitiatePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InitiatePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initiatePayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InitiatePaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaymentParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextActionParts"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RefusalFields"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"InputRefusalFields"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayerDataMissingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingFields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsupportedPaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"flow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefusalFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isFinal"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"typePaiement"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"idOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InputRefusalFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaymentFields"}},{"kind":"Field","name":{"kind":"Name","value":"paymentRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"commentaire"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextActionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedirectAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"qrCodeSvg"}}]}}]}}]}}]} as unknown as DocumentNode<InitiatePaymentMutation, InitiatePaymentMutationVariables>;
export const PaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Payment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaymentParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextActionParts"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}},{"kind":"Field","name":{"kind":"Name","value":"bankCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"previousStatus"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"attemptReference"}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}},{"kind":"Field","name":{"kind":"Name","value":"bankStatus"}},{"kind":"Field","name":{"kind":"Name","value":"bankCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isFinal"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"typePaiement"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"idOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaymentFields"}},{"kind":"Field","name":{"kind":"Name","value":"paymentRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"commentaire"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextActionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedirectAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"qrCodeSvg"}}]}}]}}]}}]} as unknown as DocumentNode<PaymentQuery, PaymentQueryVariables>;
export const PaymentByReferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentByReference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reference"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentByReference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reference"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reference"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]} as unknown as DocumentNode<PaymentByReferenceQuery, PaymentByReferenceQueryVariables>;
export const NodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Node"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}}]} as unknown as DocumentNode<NodeQuery, NodeQueryVariables>;
export const PaymentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Payments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PaymentsQuery, PaymentsQueryVariables>;
export const CapabilitiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Capabilities"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentCapabilities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idSociete"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"flow"}},{"kind":"Field","name":{"kind":"Name","value":"isSupported"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunModes"}}]}}]}}]} as unknown as DocumentNode<CapabilitiesQuery, CapabilitiesQueryVariables>;
export const PaymentUpdatedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"PaymentUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterEvent"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterEvent"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterEvent"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<PaymentUpdatedSubscription, PaymentUpdatedSubscriptionVariables>;
export const RefreshPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefreshPaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProviderUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<RefreshPaymentMutation, RefreshPaymentMutationVariables>;
export const RefundPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefundPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refundPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"refund"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProviderUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"isFromBank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","alias":{"kind":"Name","value":"raison"},"name":{"kind":"Name","value":"reason"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr-FR","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"maximumAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<RefundPaymentMutation, RefundPaymentMutationVariables>;
export const CancelPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"isFromBank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","alias":{"kind":"Name","value":"raison"},"name":{"kind":"Name","value":"reason"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr-FR","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"maximumAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<CancelPaymentMutation, CancelPaymentMutationVariables>;
export const CapturePaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CapturePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CapturePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"capturePayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CapturePaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"isFromBank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","alias":{"kind":"Name","value":"raison"},"name":{"kind":"Name","value":"reason"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr-FR","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"maximumAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<CapturePaymentMutation, CapturePaymentMutationVariables>;
export const SettleOperationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SettleOperation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SettleOperationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settleOperation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SettleOperationSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"isFromBank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","alias":{"kind":"Name","value":"raison"},"name":{"kind":"Name","value":"reason"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr-FR","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"maximumAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<SettleOperationMutation, SettleOperationMutationVariables>;
export const ReviewPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewPaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"isFromBank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","alias":{"kind":"Name","value":"raison"},"name":{"kind":"Name","value":"reason"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr-FR","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"maximumAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<ReviewPaymentMutation, ReviewPaymentMutationVariables>;
export const StandingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Standing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankTransaction"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"isFromBank"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","alias":{"kind":"Name","value":"raison"},"name":{"kind":"Name","value":"reason"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr-FR","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"maximumAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<StandingQuery, StandingQueryVariables>;
export const WebhookEndpointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookEndpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"pausedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"waitingCount"}},{"kind":"Field","name":{"kind":"Name","value":"oldestWaitingAt"}}]}}]}}]} as unknown as DocumentNode<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>;
export const WebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const ReplayWebhookDeliveryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayWebhookDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhookDeliveryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayWebhookDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhookDeliverySuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ReplayWebhookDeliveryMutation, ReplayWebhookDeliveryMutationVariables>;
export const ReplayWebhooksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayWebhooks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhooksInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayWebhooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhooksSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"isMore"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<ReplayWebhooksMutation, ReplayWebhooksMutationVariables>;
export const PingWebhookEndpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PingWebhookEndpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PingWebhookEndpointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pingWebhookEndpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PingWebhookEndpointSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}}]}}]} as unknown as DocumentNode<PingWebhookEndpointMutation, PingWebhookEndpointMutationVariables>;