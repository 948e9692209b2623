import { createHmac, verify } from 'node:crypto';
import { expect } from 'vitest';
import { type Fields, formFields, payboxShop, type RunningSandbox, whereTo } from './running-sandbox.ts';

export const cart =
  '<?xml version="1.0" encoding="utf-8"?><shoppingcart><total><totalQuantity>1</totalQuantity></total></shoppingcart>';
export const billing =
  '<?xml version="1.0" encoding="utf-8"?><Billing><Address><FirstName>Zoe</FirstName><LastName>Lefevre</LastName>' +
  '<Address1>12 rue de la Paix</Address1><Address2></Address2><ZipCode>75002</ZipCode><City>Paris</City>' +
  '<CountryCode>250</CountryCode><CountryCodeMobilePhone>+33</CountryCodeMobilePhone>' +
  '<MobilePhone>0612345678</MobilePhone></Address></Billing>';
export const returnList = 'amount:M;ref:R;call:T;auth:A;trans:S;card:C;bin:N;last:J;exp:D;date:W;time:Q;error:E;sign:K';
export const everyLetter =
  'M:M;R:R;T:T;A:A;S:S;P:P;C:C;N:N;J:J;D:D;H:H;Y:Y;I:I;F:F;G:G;O:O;v:v;V:V;c:c;B:B;U:U;Z:Z;o:o;W:W;Q:Q;E:E;K:K';

export type Change = Readonly<Record<string, string | null>>;

/** A form as a shop makes it; `null` leaves a field out, `''` sends it empty. */
const formAt = ({ shop, now }: RunningSandbox, change: Change): Fields =>
  formFields({
    PBX_SITE: payboxShop.site,
    PBX_RANG: payboxShop.rang,
    PBX_IDENTIFIANT: payboxShop.identifiant,
    PBX_TOTAL: '1250',
    PBX_DEVISE: '978',
    PBX_CMD: 'commande 42 é+b/1',
    PBX_PORTEUR: 'zoe@example.com',
    PBX_RETOUR: returnList,
    PBX_SHOPPINGCART: cart,
    PBX_BILLING: billing,
    PBX_EFFECTUE: `${shop}/paid?option=com_shop&q=a%20b`,
    PBX_REFUSE: `${shop}/refused`,
    PBX_ANNULE: `${shop}/cancelled`,
    PBX_REPONDRE_A: `${shop}/ipn`,
    PBX_RUF1: 'POST',
    PBX_HASH: 'SHA512',
    PBX_TIME: new Date(now).toISOString().replace('.000Z', '+00:00'),
    ...change,
  });

export function sign(fields: Fields, algorithm = 'sha512', keyHex = payboxShop.hmacKeyHex): Fields {
  const text = fields.map(([name, value]) => `${name}=${value}`).join('&');
  const hmac = createHmac(algorithm, Buffer.from(keyHex, 'hex')).update(text).digest('hex').toUpperCase();
  return [...fields, ['PBX_HMAC', hmac]];
}

export const card = (number: string, securityCode = '123') => ({
  card_number: number,
  expiry: '12/99',
  security_code: securityCode,
});
export const standard = card('1111 2222 3333 4444');

/** Everything left of the last `&sign=` is signed; the signature is checked over the bytes as they came. */
function verifiedBy(publicKeyPem: string, message: string, name = 'sign'): URLSearchParams {
  const mark = message.lastIndexOf(`&${name}=`);
  const data = message.slice(0, mark);
  const signature = Buffer.from(decodeURIComponent(message.slice(mark + name.length + 2)), 'base64');
  expect(signature).toHaveLength(128);
  expect(verify('RSA-SHA1', Buffer.from(data, 'latin1'), publicKeyPem, signature)).toBe(true);
  return new URLSearchParams(data);
}

/** A shop of Paybox in front of this simulator. */
export function payboxShopOn(bank: RunningSandbox) {
  const form = (change: Change = {}): Fields => formAt(bank, change);
  const send = (fields: Fields) => bank.post(`${bank.url}/paybox/pay`, fields);
  return {
    form,
    send,
    open: async (change: Change = {}) => whereTo(await send(sign(form(change)))),
    verified: (message: string, name?: string) => verifiedBy(bank.publicKeyPem(), message, name),
  };
}
