import assert from 'node:assert/strict';
import type { KeyObject } from 'node:crypto';
import type { Issue } from '../../kernel/errors.ts';
import { onceFor } from '../../kernel/once.ts';
import { payerField } from '../../kernel/vocabulary.ts';
import type {
  FormFields,
  FormRequest,
  HostedPageProvider,
  JudgedFields,
  RedirectForm,
} from '../../modules/payments/provider.ts';
import type { PayboxAccount } from './account.ts';
import { billingDocument, isBillable, shoppingCart } from './billing.ts';
import { isEnd } from './direct-answer.ts';
import { cardTypes, languages, returnedList } from './messages.ts';
import { readNotification } from './notification.ts';
import { parseHmacKey, parsePublicKey, signForm } from './signature.ts';

/** The page drops the payment after 15 minutes (PBX_DISPLAY left at its default of 900 seconds). */
const attemptLifetimeMs = 15 * 60_000;

/** PBX_TOTAL has ten digits at most. */
const maximumCents = 9_999_999_999;

/** The issuer requires strong authentication: the next attempt demands it. */
const softDecline = '001A1';

/** Verifone's hosted page, "Paybox System". An attempt's PBX_CMD can be posted again for as long as it is not paid. */
export function createPaybox(): HostedPageProvider<'PAYBOX'> {
  // Parsing a key costs more than using it.
  const publicKeysOf = onceFor(({ publicKeys }: PayboxAccount) => publicKeys.map(parsePublicKey));
  const parsedOf = onceFor(parseAccount);
  return {
    target: 'PAYBOX',
    flows: { CB: 'HOSTED_PAGE', AMEX: 'HOSTED_PAGE' },
    pageOf: 'Paybox (Verifone)',
    firstInquiryMs: attemptLifetimeMs + 60_000,
    whyNotAsked: ({ direct }) => (direct ? null : 'the account has no Paybox Direct'),
    provesAlone: ({ acceptsMessagesAlone }, source) => acceptsMessagesAlone?.includes(source) === true,
    endsTransaction: isEnd,
    // The platform knows a RANG of two digits by three as well.
    contractOf: ({ site, rang }) => `${site}/${Number(rang)}`,
    attemptLifetimeMs,
    attemptIsSingleUse: false,
    missingPayerFields: (_paymentType, payer) =>
      payerField.names.filter((field) => !isBillable(field, payer?.[field] ?? '')),
    refusals,
    sequenceCounter: () => null,
    buildForm: (request) => buildForm(request, parsedOf(request.account)),
    readNotification: (raw, accounts) => readNotification(raw, accounts, publicKeysOf),
  };
}

function refusals({ email, amountCents }: JudgedFields): readonly Issue[] {
  const issues: Issue[] = [];
  if (email !== undefined && !isFitEmail(email)) {
    issues.push({ path: ['email'], message: 'email must have 6 to 120 characters, an @ and a dot, for Paybox.' });
  }
  if (amountCents !== undefined && amountCents > maximumCents) {
    issues.push({ path: ['amount'], message: 'amount must have 10 digits at most, for Paybox.' });
  }
  return issues;
}

const isFitEmail = (email: string): boolean =>
  email.length >= 6 && email.length <= 120 && email.includes('@') && email.includes('.');

type ParsedAccount = { readonly hmacKey: KeyObject; readonly isResponsivePage: boolean };

const parseAccount = ({ hmacKeys, pageUrl }: PayboxAccount): ParsedAccount => ({
  hmacKey: parseHmacKey(hmacKeys[0]),
  isResponsivePage: new URL(pageUrl).pathname.endsWith('/FramepagepaiementRWD.cgi'),
});

function buildForm(request: FormRequest<PayboxAccount>, { hmacKey, isResponsivePage }: ParsedAccount): RedirectForm {
  const { account, attempt, usesBackupPage } = request;
  return {
    method: 'POST',
    url: (usesBackupPage && account.backupPageUrl) || account.pageUrl,
    fields: signForm(fieldsToSign(request, isResponsivePage), hmacKey),
    expiresAt: attempt.createdAt + attemptLifetimeMs,
  };
}

function fieldsToSign(
  { account, payment, attempt, payer, addresses, lastBankCode, language, now }: FormRequest<PayboxAccount>,
  isResponsivePage: boolean,
): FormFields {
  const cardType = cardTypes[payment.paymentType];
  assert(cardType, 'Paybox takes CB and AMEX alone');
  assert(payment.amountCents <= maximumCents, 'PBX_TOTAL has ten digits at most');
  return {
    PBX_SITE: account.site,
    PBX_RANG: account.rang,
    PBX_IDENTIFIANT: account.identifiant,
    PBX_TOTAL: String(payment.amountCents).padStart(3, '0'),
    PBX_DEVISE: '978',
    PBX_CMD: attempt.reference,
    PBX_PORTEUR: payment.email,
    PBX_RETOUR: returnedList,
    PBX_EFFECTUE: address(addresses.returns.success),
    PBX_REFUSE: address(addresses.returns.refused),
    PBX_ANNULE: address(addresses.returns.cancelled),
    PBX_ATTENTE: address(addresses.returns.pending),
    PBX_REPONDRE_A: address(addresses.notification),
    PBX_RUF1: 'POST',
    // Both or neither, else the page misbehaves.
    PBX_TYPEPAIEMENT: 'CARTE',
    PBX_TYPECARTE: cardType,
    // The issuer decides whether to challenge, unless it has just refused for want of a challenge.
    PBX_SOUHAITAUTHENT: lastBankCode === softDecline ? '04' : '01',
    PBX_LANGUE: languages[language],
    ...(isResponsivePage && { PBX_SOURCE: 'RWD' }),
    PBX_SHOPPINGCART: shoppingCart,
    // A payment without a payer of its own has that of the société.
    PBX_BILLING: payment.payer ? billingDocument(payer) : billingOfFallback(payer),
    // An authorisation alone; Paybox Direct takes the money within seven days.
    ...(payment.capture === 'LATER' && { PBX_AUTOSEULE: 'O' }),
    PBX_HASH: account.hash,
    PBX_TIME: `${new Date(now).toISOString().slice(0, 19)}+00:00`,
  };
}

const billingOfFallback = onceFor(billingDocument);

/** Paybox answers an address that is longer, or that holds a bare semicolon, with an error page. */
function address(url: string): string {
  assert(
    URL.canParse(url) && url.length <= 150 && !url.includes(';'),
    'Paybox takes absolute addresses of 150 characters at most',
  );
  return url;
}
