import { createHash } from 'node:crypto';
import { join, parse } from 'node:path';
import { type AccountingRules, defaultAccountingRules } from '../kernel/accounting-rules.ts';
import { anonymous } from '../kernel/caller.ts';
import { type Contact, type DirectDebitContract, Secret, type Societe } from '../kernel/merchant.ts';
import type { Payer } from '../kernel/payer.ts';
import type { WebhookEndpoint } from '../modules/webhooks/webhook.ts';
import { payboxPublicKey } from './accounts/paybox.ts';

/** The sociétés of the built-in development config: each has accounts of its own at the sandbox banks. */

const names: Readonly<Record<string, string>> = {
  '1': 'J. Milliet BBC',
  '2': 'BCASH Chapelle',
  '3': 'BCASH Bagneux',
  '6': 'BCASH Clichy',
};

export const sandboxSocieteIds: readonly string[] = Object.keys(names);

/** An invented payer, for the old systems' URLs, which do not name one. */
const fallbackPayer: Payer = {
  firstName: 'Camille',
  lastName: 'Exemple',
  address: '12 rue de la Paix',
  zipCode: '75002',
  city: 'Paris',
  country: 'FR',
  phone: '+33612345678',
};

/** A number that France keeps for films and tests, and a domain that is reserved for examples. */
const sandboxContact: Contact = {
  phone: '+33199000000',
  email: 'clients@milliet.example',
  hours: { fr: 'du lundi au vendredi, de 9 h à 18 h', en: 'Monday to Friday, 9 am to 6 pm' },
};

/** A sandbox key works only in the sandbox. It is computed, so that the code contains no key. */
const sandboxKey = (name: string, algorithm: 'sha512' | 'sha256'): string =>
  createHash(algorithm).update(`reglement sandbox ${name}`).digest('hex');

/**
 * IBANs from the documentation of French banks, with valid check digits and RIB keys; no real accounts. Two sociétés
 * share one, as they may.
 */
const sandboxIbans: Readonly<Record<string, string>> = {
  '1': 'FR1420041010050500013M02606',
  '2': 'FR7630006000011234567890189',
  '3': 'FR1520041000010123456A02012',
  '6': 'FR7630006000011234567890189',
};

/** The SIREN of the public administration's own examples. */
const sandboxSiren = '732829320';

/** Examples with valid check digits; no real identifiers. */
const sandboxCreditorIdentifiers: Readonly<Record<string, string>> = {
  '1': 'FR72ZZZ123456',
  '2': 'FR78ZZZ123ABC',
  '3': 'FR49ZZZ000001',
  '6': 'FR11ZZZ000006',
};

const sandboxContract = (id: string): DirectDebitContract => ({
  ics: sandboxCreditorIdentifiers[id] ?? '',
  schemes: ['CORE', 'B2B'],
  painVersion: '08',
  batchBooking: true,
  namesFirst: false,
  rumPrefix: `TEST-${id}`,
  notificationDays: 14,
  presentationDays: 2,
  earliestDays: 14,
});

/** How each keeps its accounts: as the Plan comptable général has them, one bank journal for each bank account. */
function sandboxAccounting(id: string): AccountingRules {
  return {
    ...defaultAccountingRules,
    journals: { ...defaultAccountingRules.journals, bank: { code: `BQ${id}`, label: 'Banque LBP' } },
    accounts: { ...defaultAccountingRules.accounts, bank: { number: '512100', label: 'Banque LBP' } },
  };
}

export type SandboxShops = {
  readonly payboxShops: readonly {
    site: string;
    rang: string;
    identifiant: string;
    hmacKeyHex: string;
    name: string;
  }[];
  readonly labanquepostaleShops: readonly {
    siteId: string;
    name: string;
    keys: { TEST: string; PRODUCTION: string };
    passwords: { TEST: string; PRODUCTION: string };
  }[];
};

/** Our sociétés, as the banks' simulators know them. */
export function sandboxShops(): SandboxShops {
  const ids = sandboxSocieteIds;
  return {
    payboxShops: ids.map((id) => ({
      site: payboxSite(id),
      rang: '01',
      identifiant: `70000000${id}`,
      hmacKeyHex: sandboxKey(`PAYBOX ${id}`, 'sha512'),
      name: names[id] ?? id,
    })),
    labanquepostaleShops: ids.map((id) => ({
      siteId: labanquepostaleSite(id),
      name: names[id] ?? id,
      keys: { TEST: formKey(id, 'TEST'), PRODUCTION: formKey(id, 'PRODUCTION') },
      passwords: { TEST: restPassword(id, 'TEST'), PRODUCTION: restPassword(id, 'PRODUCTION') },
    })),
  };
}

const payboxSite = (id: string): string => `700000${id}`;
const labanquepostaleSite = (id: string): string => `7000000${id}`;
const formKey = (id: string, mode: 'TEST' | 'PRODUCTION'): string =>
  sandboxKey(`LABANQUEPOSTALE ${id} ${mode}`, 'sha256').slice(0, 16);

const restPassword = (id: string, mode: 'TEST' | 'PRODUCTION'): string =>
  sandboxKey(`LABANQUEPOSTALE REST ${id} ${mode}`, 'sha256');

/** Where the example of a receiver listens (`npm run example:webhooks`). */
export const exampleReceiverPort = 4200;

/**
 * The endpoint of the caller that a development deployment without clients has. Its secret is computed as the keys of the
 * sandbox are, and the example computes the same.
 */
export function exampleWebhookOf(
  { deployment, clients }: { readonly deployment: 'development' | 'production'; readonly clients: readonly unknown[] },
  port = exampleReceiverPort,
) {
  if (deployment !== 'development' || clients.length > 0) return null;
  const secret = createHash('sha256').update('reglement sandbox webhooks').digest('base64');
  return {
    client: anonymous.client,
    name: 'example',
    url: `http://127.0.0.1:${port}/`,
    secrets: [new Secret(`whsec_${secret}`)],
    events: null,
  } as const satisfies WebhookEndpoint;
}

/**
 * @param publicUrl where this gateway, and so the sandbox, is reached
 * @param platformKey with which the sandbox signs as Paybox
 */
export function developmentSocietes(publicUrl: string, platformKey = payboxPublicKey): ReadonlyMap<string, Societe> {
  return new Map(
    sandboxShops().payboxShops.map(({ site, rang, identifiant, hmacKeyHex, name }, index): [string, Societe] => {
      const id = sandboxSocieteIds[index] ?? '';
      return [
        id,
        {
          id,
          name,
          customerPages: { contact: sandboxContact },
          fallbackPayer,
          accounting: { TEST: sandboxAccounting(id) },
          accounts: {
            PAYBOX: {
              TEST: {
                site,
                rang,
                identifiant,
                hmacKeys: [new Secret(hmacKeyHex)],
                hash: 'SHA512',
                pageUrl: `${publicUrl}/sandbox/paybox/pay`,
                publicKeys: [platformKey],
                direct: { url: `${publicUrl}/sandbox/paybox/PPPS.php`, backupUrl: null },
              },
            },
            LABANQUEPOSTALE: {
              TEST: {
                siteId: labanquepostaleSite(id),
                formKeys: [new Secret(formKey(id, 'TEST'))],
                algorithm: 'HMAC-SHA-256',
                capture: 'immediate',
                formUrl: `${publicUrl}/sandbox/labanquepostale/vads-payment/`,
                rest: { url: `${publicUrl}/sandbox/labanquepostale`, password: new Secret(restPassword(id, 'TEST')) },
              },
            },
            MILLIET: {
              TEST: {
                creditorName: name.toUpperCase().replaceAll('.', ''),
                iban: sandboxIbans[id] ?? '',
                bic: 'PSSTFRPPPAR',
                address: {
                  street: 'Rue de la Paix',
                  buildingNumber: '12',
                  postalCode: '75002',
                  town: 'Paris',
                  country: 'FR',
                },
                siren: sandboxSiren,
                directDebit: sandboxContract(id),
              },
            },
          },
        },
      ];
    }),
  );
}

/** The TEST accounts of the sociétés, for the simulator of their bank. Sociétés may share one. */
export function houseBankAccounts(societes: ReadonlyMap<string, Societe>) {
  const held = [...societes.values()].flatMap(({ accounts }) => accounts.MILLIET?.TEST ?? []);
  return [...Map.groupBy(held, ({ iban }) => iban)].map(([iban, shared]) => ({
    iban,
    bic: shared[0]?.bic ?? '',
    ics: shared.flatMap(({ directDebit }) => directDebit?.ics ?? []),
  }));
}

/**
 * The folder of the simulators' state: one for each database, and in it one for each time that it was created. A
 * simulator refuses a number that was used before. A new database starts its numbers again, so it needs new simulators.
 * @param madeAt when the database was made
 */
export function sandboxFolderOf(databaseUrl: string, madeAt: string): string {
  return join(databaseFolder(databaseUrl), madeAt.replaceAll(/[^0-9A-Za-z]/g, '-'));
}

/** `data/reglement.sandbox` beside `data/reglement.sqlite`; `data/db.example-5432-reglement.sandbox` for a server's. */
function databaseFolder(databaseUrl: string): string {
  if (databaseUrl.startsWith('sqlite:')) {
    const { dir, name } = parse(databaseUrl.slice('sqlite:'.length));
    return join(dir, `${name}.sandbox`);
  }
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const address = [
    hostname || searchParams.get('host') || 'localhost',
    port || searchParams.get('port') || '5432',
    decodeURIComponent(pathname.slice(1)),
  ];
  return join('data', `${address.map((part) => part.replaceAll(/[^\w.-]/g, '_')).join('-')}.sandbox`);
}
