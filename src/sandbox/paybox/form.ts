import type { FormProblem, Reception } from '../bank.ts';
import { addressRule, type FieldRule, type FieldValues, firstBreach, missing, rule } from '../field-rules.ts';
import type { Field } from '../form-body.ts';
import { type Text, text } from '../texts.ts';
import { readReturnList } from './notification.ts';
import { billingFault, shoppingCartFault } from './payer-documents.ts';
import { isFormAuthentic, knownHashes } from './signature.ts';
import { testCards } from './test-cards.ts';

export type PayboxShop = {
  readonly site: string;
  readonly rang: string;
  readonly identifiant: string;
  readonly hmacKeyHex: string;
  readonly name: string;
  /** Gives real-looking authorisation numbers, as the platform of production does. Left out: `XXXXXX`, a test contract. */
  readonly isProduction?: boolean;
  /** The charset of Paybox Direct's answers. Left out: ISO-8859-1. */
  readonly directEncoding?: 'latin1' | 'utf8';
  /** Which of several tries a search by reference names, which no manual says. Left out: the accepted one. */
  readonly searchNames?: 'ACCEPTED' | 'FIRST';
};

/** Paybox manual, appendix "PBX_DISPLAY": the page's own time-out. */
const defaultLifetimeSeconds = 900;
/** The manual names no tolerance on PBX_TIME; one hour shows a stopped clock or a form kept for later. */
const timeToleranceMs = 60 * 60 * 1000;

export const accessRefused: Text = text(
  'PAYBOX : problème d’identification du commerce. Accès refusé !',
  'PAYBOX: shop identification problem. Access refused!',
);
const wrongField: Text = text(
  'PAYBOX : erreur dans un paramètre de l’appel',
  'PAYBOX: error in a parameter of the call',
);
const alreadyPaid: Text = text('PAYBOX : paiement déjà effectué', 'PAYBOX: payment already made');

const cardTypes = new Set(testCards.flatMap(({ types }) => types));

/** Codes are Paybox's response codes (letter E) for the same fault. */
const rules: readonly FieldRule[] = [
  rule('PBX_TOTAL', true, /^(?!0+$)[0-9]{3,10}$/, '00011', '3-10 chiffres, en centimes', '3-10 digits, in cents'),
  rule('PBX_DEVISE', true, /^978$/, '00010', '978, seule devise du contrat', '978, the contract’s only currency'),
  rule('PBX_CMD', true, /^\P{Cc}{1,250}$/u, '00003', '1-250 caractères', '1-250 characters'),
  rule(
    'PBX_PORTEUR',
    true,
    /^(?=.{6,120}$)(?=.*\.)[^\s@]+@[^\s@]+$/u,
    '00003',
    'une adresse e-mail',
    'an e-mail address',
  ),
  rule('PBX_SOUHAITAUTHENT', false, /^0[1-4]$/, '00003', '01 à 04', '01 to 04'),
  rule('PBX_RUF1', false, /^(GET|POST)$/, '00003', 'GET ou POST', 'GET or POST'),
  rule('PBX_TYPEPAIEMENT', false, /^CARTE$/, '00003', 'CARTE', 'CARTE'),
  rule('PBX_AUTOSEULE', false, /^[ON]$/, '00003', 'O ou N', 'O or N'),
  rule('PBX_DIFF', false, /^[0-9]{2}$/, '00003', '2 chiffres', '2 digits'),
  rule('PBX_LANGUE', false, /^(FRA|GBR|ESP|ITA|DEU|NLD|SWE|PRT)$/, '00003', 'FRA, GBR…', 'FRA, GBR…'),
  rule('PBX_DISPLAY', false, /^(?!0+$)[0-9]{3,10}$/, '00003', '3-10 chiffres, en secondes', '3-10 digits, in seconds'),
  rule('PBX_SOURCE', false, /^(HTML|XHTML|RWD|WAP|IMODE)$/, '00003', 'HTML, RWD…', 'HTML, RWD…'),
  rule(
    'PBX_ERRORCODETEST',
    false,
    /^(?!00000$|99999$)[0-9]{5}$/,
    '00006',
    '5 chiffres, ni 00000 ni 99999',
    '5 digits, neither 00000 nor 99999',
  ),
  rule(
    'PBX_RETOUR',
    true,
    { test: (value) => readReturnList(value) !== null },
    '00003',
    'liste nom:LETTRE séparée par « ; », avec des lettres connues',
    'a list of name:LETTER separated by ";", with known letters',
  ),
  // A `;` must be percent-encoded inside a value (Paybox manual, annex on characters).
  ...['PBX_EFFECTUE', 'PBX_REFUSE', 'PBX_ANNULE', 'PBX_ATTENTE', 'PBX_REPONDRE_A'].map((name) =>
    addressRule(name, '00003', 150, (value) => !value.includes(';')),
  ),
];

/** Reads the form of a payment page as Paybox does: identity, signature, then every field. */
export function receiveForm(
  fields: readonly Field[],
  known: {
    shops: readonly PayboxShop[];
    now: number;
    isPaid: (shop: string, reference: string) => boolean;
  },
): Reception {
  const values = new Map(fields);
  const shop = known.shops.find((it) => it.site === values.get('PBX_SITE') && it.rang === values.get('PBX_RANG'));
  const problem =
    identityProblem(values, known.shops, shop) ??
    signatureProblem(fields, values, shop) ??
    firstBreach(values, rules, () => wrongField) ??
    cardTypeProblem(values) ??
    timeProblem(values, known.now) ??
    documentProblem(values);
  if (problem !== null || shop === undefined) return { accepted: false, problem: problem ?? identity('PBX_SITE') };
  const account = `${shop.site}/${shop.rang}`;
  const reference = values.get('PBX_CMD') ?? '';
  if (known.isPaid(account, reference)) {
    const explanation = text('Cette référence a déjà été payée.', 'This reference has already been paid.');
    return { accepted: false, problem: { code: '00015', field: 'PBX_CMD', title: alreadyPaid, explanation } };
  }
  const lifetimeSeconds = Number(values.get('PBX_DISPLAY') ?? defaultLifetimeSeconds);
  return {
    accepted: true,
    order: {
      shop: account,
      shopName: shop.name,
      reference,
      amountCents: Number(values.get('PBX_TOTAL')),
      language: (values.get('PBX_LANGUE') ?? 'FRA') === 'FRA' ? 'fr' : 'en',
      lifetimeMs: lifetimeSeconds * 1000,
      fields,
    },
  };
}

function identity(field: string): FormProblem {
  const explanation = text(
    'Site, rang et identifiant doivent être ceux d’un commerce connu de cette plate-forme.',
    'Site, rang and identifiant must be those of a shop that this platform knows.',
  );
  return { code: '00006', field, title: accessRefused, explanation };
}

function identityProblem(
  values: FieldValues,
  shops: readonly PayboxShop[],
  shop: PayboxShop | undefined,
): FormProblem | null {
  if (!shops.some(({ site }) => site === values.get('PBX_SITE'))) return identity('PBX_SITE');
  if (shop === undefined) return identity('PBX_RANG');
  return shop.identifiant === values.get('PBX_IDENTIFIANT') ? null : identity('PBX_IDENTIFIANT');
}

function signatureProblem(
  fields: readonly Field[],
  values: FieldValues,
  shop: PayboxShop | undefined,
): FormProblem | null {
  const fault = (field: string, explanation: Text): FormProblem => ({
    code: '00006',
    field,
    title: accessRefused,
    explanation,
  });
  const hash = values.get('PBX_HASH');
  if (hash === undefined) return fault('PBX_HASH', missing);
  if (!knownHashes.includes(hash)) {
    const names = knownHashes.join(', ');
    return fault('PBX_HASH', text(`Algorithmes connus : ${names}.`, `Known algorithms: ${names}.`));
  }
  if (!values.has('PBX_HMAC')) return fault('PBX_HMAC', missing);
  if (fields.at(-1)?.[0] !== 'PBX_HMAC') {
    return fault('PBX_HMAC', text('PBX_HMAC doit être le dernier champ.', 'PBX_HMAC must be the last field.'));
  }
  if (shop !== undefined && isFormAuthentic(fields, shop.hmacKeyHex)) return null;
  const explanation = text(
    'Erreur d’authentification HMAC : clé, ordre des champs ou valeurs ne correspondent pas.',
    'HMAC authentication error: key, order of the fields or values do not match.',
  );
  return fault('PBX_HMAC', explanation);
}

/** Paybox manual, PBX_TYPEPAIEMENT: a card type never comes without its payment type. */
function cardTypeProblem(values: FieldValues): FormProblem | null {
  const cardType = values.get('PBX_TYPECARTE');
  if (cardType === undefined) return null;
  if (!values.has('PBX_TYPEPAIEMENT')) return invalid('PBX_TYPEPAIEMENT', missing);
  if (cardTypes.has(cardType)) return null;
  const names = [...cardTypes].join(', ');
  return invalid('PBX_TYPECARTE', text(`Valeurs connues : ${names}.`, `Known values: ${names}.`));
}

function timeProblem(values: FieldValues, now: number): FormProblem | null {
  const value = values.get('PBX_TIME');
  if (value === undefined) return invalid('PBX_TIME', missing);
  const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;
  const time = pattern.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    return invalid('PBX_TIME', text('Date ISO 8601 avec décalage attendue.', 'Expected an ISO 8601 time with offset.'));
  }
  if (Math.abs(now - time) <= timeToleranceMs) return null;
  return invalid('PBX_TIME', text('Trop loin de l’heure de la plate-forme.', 'Too far from the platform’s time.'));
}

/** Needed in practice since 3-D Secure 2: real banks refuse payments without them, so the simulator does at once. */
function documentProblem(values: FieldValues): FormProblem | null {
  const documents = [
    ['PBX_SHOPPINGCART', shoppingCartFault],
    ['PBX_BILLING', billingFault],
  ] as const;
  for (const [name, faultOf] of documents) {
    const value = values.get(name);
    const fault = value === undefined ? missing : faultOf(value);
    if (fault !== null) return invalid(name, fault);
  }
  return null;
}

function invalid(field: string, explanation: Text): FormProblem {
  return { code: '00003', field, title: wrongField, explanation };
}
