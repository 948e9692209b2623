import type { Entry } from '../two-doors.ts';
import { entry, transfer, url } from './words.ts';

const longEmail = `a@${'b'.repeat(60)}.${'c'.repeat(60)}.fr`;

/** Comments, identifiers, e-mails and amounts, good and bad. */
export const values: readonly Entry[] = [
  entry('a comment with accents', 'payment', url({}, "/Livraison%20d'%C3%A9t%C3%A9%20%C5%93uvre"), {
    commentaire: "Livraison d'été œuvre",
  }),
  entry('a comment with combining accents', 'payment', url({}, '/e%CC%81te%CC%81'), { commentaire: 'e\u0301te\u0301' }),
  entry('a plus in the comment of a path is a blank', 'payment', url({}, '/un+deux'), { commentaire: 'un deux' }),
  entry('%2B in the comment is a plus', 'payment', url({}, '/un%2Bdeux'), { commentaire: 'un+deux' }),
  entry('%2F in the comment is a slash', 'payment', url({}, '/12%2F11'), { commentaire: '12/11' }),
  entry('%20 is decoded once', 'payment', url({}, '/100%2520'), { commentaire: '100%20' }),
  entry('an emoji in the comment', 'payment', url({}, '/merci%20%F0%9F%99%82'), { commentaire: 'merci 🙂' }),
  entry('markup in the comment', 'payment', url({}, '/%3Cscript%3Ealert(1)%3C%2Fscript%3E%20%26%20%22a%22'), {
    commentaire: '<script>alert(1)</script> & "a"',
  }),
  entry('a comment that begins as a formula', 'payment', url({}, '/=1%2B1'), { commentaire: '=1+1' }),
  entry('blanks around the comment', 'payment', url({}, '/%20%20au%20revoir%20'), { commentaire: '  au revoir ' }),
  entry('an empty comment', 'payment', url({}, '?commentaire='), { commentaire: '' }),
  entry('a comment of blanks', 'payment', url({}, '/%20%20'), { commentaire: '  ' }),
  entry('a comment of 500 characters', 'payment', url({}, `/${'%C3%A9'.repeat(500)}`), {
    commentaire: 'é'.repeat(500),
  }),
  entry('a comment of 501 characters', 'InvalidInput', url({}, `/${'%C3%A9'.repeat(501)}`), {
    commentaire: 'é'.repeat(501),
  }),
  entry('a card number in the comment', 'InvalidInput', url({}, '/carte%204111%201111%201111%201111'), {
    commentaire: 'carte 4111 1111 1111 1111',
  }),
  entry('a control character in the comment', 'InvalidInput', url({}, '?commentaire=a%07b'), {
    commentaire: 'a\u0007b',
  }),
  entry('a comment in the query', 'payment', url({}, '?commentaire=d%C3%A8s+lundi'), { commentaire: 'dès lundi' }),
  entry('an origin with accents', 'payment', url({ id_origin: 't%C3%A9l%C3%A9vente' }), { idOrigin: 'télévente' }),
  entry('a customer with blanks and signs', 'payment', url({ id_client: 'Dupont%20fils_2.b:c-d' }), {
    idClient: 'Dupont fils_2.b:c-d',
  }),
  entry('a customer with combining accents', 'payment', url({ id_client: 'Hele%CC%80ne' }), {
    idClient: 'Hele\u0300ne',
  }),
  entry('a customer with a plus', 'InvalidInput', url({ id_client: 'a+b' }), { idClient: 'a+b' }),
  entry('a customer that begins with a sign', 'InvalidInput', url({ id_client: '-1' }), { idClient: '-1' }),
  entry('a customer of 64 characters', 'payment', url({ id_client: 'a'.repeat(64) }), { idClient: 'a'.repeat(64) }),
  entry('a customer of 65 characters', 'InvalidInput', url({ id_client: 'a'.repeat(65) }), {
    idClient: 'a'.repeat(65),
  }),
  entry('an origin that is a blank', 'InvalidInput', url({ id_origin: '%20' }), { idOrigin: ' ' }),
  entry('a slash in an order', 'InvalidInput', url({ id_commande: 'a%2Fb' }), { idCommande: 'a/b' }),
  entry('no order', 'payment', url({ id_client: '{order}', id_commande: '0' }), {
    idClient: '{order}',
    idCommande: '0',
  }),
  entry('a plus in the e-mail', 'payment', url({ email: 'a.client+essai@example.fr' }), {
    email: 'a.client+essai@example.fr',
  }),
  entry('%2B in the e-mail', 'payment', url({ email: 'a.client%2Bessai%40example.fr' }), {
    email: 'a.client+essai@example.fr',
  }),
  entry('the domain of an e-mail in upper case', 'payment', url({ email: 'A.Client@EXAMPLE.FR' }), {
    email: 'A.Client@EXAMPLE.FR',
  }),
  entry('a domain with accents', 'payment', url({ email: 'client@soci%C3%A9t%C3%A9.fr' }), {
    email: 'client@société.fr',
  }),
  entry('blanks around the e-mail', 'payment', url({ email: '%20a.client@example.fr%20' }), {
    email: ' a.client@example.fr ',
  }),
  entry('an apostrophe in the e-mail', 'payment', url({ email: 'o%27neill@example.fr' }), {
    email: "o'neill@example.fr",
  }),
  entry('an e-mail without @', 'InvalidInput', url({ email: 'personne' }), { email: 'personne' }),
  entry('two addresses', 'InvalidInput', url({ email: 'a@example.fr,b@example.fr' }), {
    email: 'a@example.fr,b@example.fr',
  }),
  entry('accents before the @', 'InvalidInput', url({ email: '%C3%A9ric@example.fr' }), { email: 'éric@example.fr' }),
  entry('an e-mail too short for the bank', 'InvalidInput', url({ email: 'a@b.c' }), { email: 'a@b.c' }),
  entry('an e-mail too long for the bank', 'InvalidInput', url({ email: longEmail }), { email: longEmail }),
  entry('one cent', 'payment', url({ amount: '1' }), { amount: 1 }),
  entry('ten digits', 'payment', url({ amount: '9999999999' }), { amount: '9999999999' }),
  entry('more than the bank takes', 'InvalidInput', url({ amount: '10000000000' }), { amount: '10000000000' }),
  entry('more than a transfer carries', 'InvalidInput', url({ ...transfer.url, amount: '100000000000' }), {
    ...transfer.input,
    amount: '100000000000',
  }),
  entry('the most that a transfer carries', 'payment', url({ ...transfer.url, amount: '99999999999' }), {
    ...transfer.input,
    amount: '99999999999',
  }),
  entry('an amount: zero', 'InvalidInput', url({ amount: '0' }), { amount: 0 }),
  entry('an amount: a leading zero', 'InvalidInput', url({ amount: '01250' }), { amount: '01250' }),
  entry('an amount: a negative amount', 'InvalidInput', url({ amount: '-1250' }), { amount: '-1250' }),
  entry('an amount: a signed amount', 'InvalidInput', url({ amount: '%2B1250' }), { amount: '+1250' }),
  entry('an amount: decimals', 'InvalidInput', url({ amount: '12.50' }), { amount: '12.50' }),
  entry('an amount: a decimal comma', 'InvalidInput', url({ amount: '12,50' }), { amount: '12,50' }),
  entry('an amount: an exponent', 'InvalidInput', url({ amount: '1e3' }), { amount: '1e3' }),
  entry('an amount: hexadecimal', 'InvalidInput', url({ amount: '0x10' }), { amount: '0x10' }),
  entry('an amount: blanks', 'InvalidInput', url({ amount: '1%20250' }), { amount: '1 250' }),
  entry('an amount: thirteen digits', 'InvalidInput', url({ amount: '1000000000000' }), { amount: '1000000000000' }),
  entry('an amount: digits of another script', 'InvalidInput', url({ amount: '%D9%A1%D9%A2%D9%A5%D9%A0' }), {
    amount: '١٢٥٠',
  }),
  entry('an amount: letters', 'InvalidInput', url({ amount: 'gratuit' }), { amount: 'gratuit' }),
  entry('an amount: not a number', 'InvalidInput', url({ amount: 'NaN' }), { amount: 'NaN' }),
  entry('a fraction as a number', 'InvalidInput', url({ amount: '12.5' }), { amount: 12.5 }),
  entry(
    'everything wrong at once',
    'InvalidInput',
    url({ id_origin: '-', id_client: '%2F', amount: '0', email: 'personne' }, '/a%2F4111111111111111'),
    { idOrigin: '-', idClient: '/', amount: 0, email: 'personne', commentaire: 'a/4111111111111111' },
  ),
  entry('an origin of 64 letters with accents', 'payment', url({ id_origin: '%C3%A9'.repeat(64) }), {
    idOrigin: 'é'.repeat(64),
  }),
  entry('an origin of 65 letters with accents', 'InvalidInput', url({ id_origin: '%C3%A9'.repeat(65) }), {
    idOrigin: 'é'.repeat(65),
  }),
  entry('an order with accents and signs', 'payment', url({ id_commande: '%C3%89t%C3%A9%202026:n-1_b.{order}' }), {
    idCommande: 'Été 2026:n-1_b.{order}',
  }),
  entry('a comment of 250 emoji', 'payment', url({}, `/${'%F0%9F%8E%89'.repeat(250)}`), {
    commentaire: '🎉'.repeat(250),
  }),
  entry('a comment of 501 emoji', 'InvalidInput', url({}, `/${'%F0%9F%8E%89'.repeat(501)}`), {
    commentaire: '🎉'.repeat(501),
  }),
  entry(
    'a comment in Arabic, right to left',
    'payment',
    url({}, '/%D8%AF%D9%81%D8%B9%20%D8%A7%D9%84%D9%81%D8%A7%D8%AA%D9%88%D8%B1%D8%A9'),
    { commentaire: 'دفع الفاتورة' },
  ),
  entry(
    'a comment with a zero width joiner',
    'payment',
    url({}, '/%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7'),
    { commentaire: '👩\u200d👩\u200d👧' },
  ),
  entry(
    'a comment with quotes, backslashes and commas',
    'payment',
    url({}, '/%22a%22%2C%20%5Cb%5C%20%3B%20c%E2%80%99d'),
    { commentaire: '"a", \\b\\ ; c’d' },
  ),
];
