import type { Entry } from '../two-doors.ts';
import { debit, entry, fields, url } from './words.ts';

const pairs = Object.entries(fields);
const form = (own: Readonly<Record<string, string>>) =>
  Object.entries(own)
    .map(([name, value]) => `${name}=${value.replace('@', '%40')}`)
    .join('&');

const inQuery = (own: Readonly<Record<string, string>>) => ({ path: `/json/reply/payment_initiate?${form(own)}` });
const without = (left: keyof typeof fields) => Object.fromEntries(pairs.filter(([name]) => name !== left));
const posted = (path: string, type: string, body: string) => ({
  method: 'POST',
  path,
  headers: { 'Content-Type': type },
  body,
});
const operation = '/api/payment_initiate';

const xml = pairs.map(([name, value]) => `<${name}>${value}</${name}>`).join('');
const jsv = pairs.map(([name, value]) => `${name}:"${value}"`).join(',');
const csv = [Object.keys(fields), Object.values(fields)].map((cells) => `${cells.join(',')}\r\n`).join('');
const multipart = pairs.map(
  ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
);

/** What has no place in the path, and the other ways to send a request. */
export const requests: readonly Entry[] = [
  entry(
    'a registered return address',
    'payment',
    url({}, '?return_url=https%3A%2F%2Fboutique.example.fr%2Fmerci%3Fa%3D1'),
    { returnUrl: 'https://boutique.example.fr/merci?a=1' },
  ),
  entry('a return address of nobody', 'InvalidInput', url({}, '?return_url=https%3A%2F%2Failleurs.example%2F'), {
    returnUrl: 'https://ailleurs.example/',
  }),
  entry('a return address that is a script', 'InvalidInput', url({}, '?return_url=javascript%3Aalert(1)'), {
    returnUrl: 'javascript:alert(1)',
  }),
  entry('a mandate', 'payment', url({}, '?mandate=RUM-2026-1'), { mandate: 'RUM-2026-1' }),
  entry('a mandate that is none', 'InvalidInput', url({}, '?mandate=%C3%A9'), { mandate: 'é' }),
  entry('a debit under a mandate', 'MandateRequired', url(debit.url, '?mandate=RUM-2026-1'), {
    ...debit.input,
    mandate: 'RUM-2026-1',
  }),
  entry(
    'a form posted to the route',
    'payment',
    posted(url().path, 'application/x-www-form-urlencoded', 'commentaire=%C3%A9t%C3%A9+1%2B1&inconnu=1'),
    { commentaire: 'été 1+1' },
  ),
  entry(
    'a form posted to the operation',
    'payment',
    posted('/json/reply/payment_initiate', 'application/x-www-form-urlencoded', form(fields)),
    {},
  ),
  entry(
    'JSON posted to the operation',
    'payment',
    posted(operation, 'application/json', JSON.stringify({ ...fields, amount: 1250, commentaire: 'été' })),
    { commentaire: 'été' },
  ),
  entry('the operation by its query', 'payment', inQuery(fields), {}),
  entry('the order left out', 'payment', inQuery({ ...without('id_commande'), id_client: '{order}' }), {
    idClient: '{order}',
    idCommande: null,
  }),
  entry('email left out', 'unreadable', inQuery(without('email')), { email: null }),
  entry('amount left out', 'unreadable', inQuery(without('amount')), { amount: null }),
  entry('payment_target left out', 'unreadable', inQuery(without('payment_target')), { paymentTarget: null }),
  entry('id_societe left out', 'unreadable', inQuery(without('id_societe')), { idSociete: null }),
  entry(
    'XML posted to the operation',
    'payment',
    posted('/xml/reply/payment_initiate?format=json', 'application/xml', `<payment_initiate>${xml}</payment_initiate>`),
    {},
  ),
  entry(
    'JSV posted to the operation',
    'payment',
    posted('/jsv/reply/payment_initiate?format=json', 'application/jsv', `{${jsv}}`),
    {},
  ),
  entry(
    'CSV posted to the operation',
    'payment',
    posted('/csv/reply/payment_initiate?format=json', 'text/csv', csv),
    {},
  ),
  entry(
    'a multipart form posted to the operation',
    'payment',
    posted(operation, 'multipart/form-data; boundary=x', `${multipart.join('')}--x--\r\n`),
    {},
  ),
  entry(
    'JSON sent as text to the operation',
    'payment',
    posted(operation, 'text/plain;charset=UTF-8', JSON.stringify(fields)),
    {},
  ),
  entry(
    'a bad amount in JSON',
    'InvalidInput',
    posted(operation, 'application/json', JSON.stringify(fields).replace('"1250"', '1e3')),
    { amount: '1e3' },
  ),
];
