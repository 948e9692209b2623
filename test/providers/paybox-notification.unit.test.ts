import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payboxPublicKey } from '../../src/config/accounts/paybox.ts';
import type { KnownAccount } from '../../src/modules/payments/provider.ts';
import type { PayboxAccount } from '../../src/providers/paybox/account.ts';
import { returnedValues } from '../../src/providers/paybox/messages.ts';
import { got, posted, signedMessage } from '../support/providers/paybox-examples.ts';
import {
  bank,
  known,
  messageWith,
  paid,
  paybox,
  read,
  rejected,
  stranger,
  updateOf,
} from '../support/providers/paybox-notification.ts';
import { recordedNotification } from '../support/providers/paybox-recorded.ts';

describe('an authentic notification', () => {
  test('of a paid attempt says so', () => {
    expect(read(posted(signedMessage(paid, bank)))).toEqual({
      kind: 'AUTHENTIC',
      hasUnknownCardBrand: false,
      update: {
        attemptReference: '4K7M9QXT-1',
        operation: 'DEBIT',
        status: 'PAID',
        bankTransaction: '4111874',
        bankStatus: '00000',
        bankCode: '00000',
        amountCents: 1990,
        currency: null,
        idSociete: null,
        runMode: null,
        signers: [
          { idSociete: '1', runMode: 'TEST' },
          { idSociete: '1', runMode: 'LIVE' },
        ],
        testEvidence: null,
        tellsCapture: false,
        deduplicationKey: 'S4111874:00000:123456:4K7M9QXT-1',
      },
    });
  });

  test('is read from the query of a GET', () => {
    expect(read(got(signedMessage(paid, bank)))).toEqual(read(posted(signedMessage(paid, bank))));
  });

  test("is read from the body of a POST, whatever the address's own query says", () => {
    const message = signedMessage(paid, bank);
    expect(read(posted(message, `error=00105&amount=1&${signedMessage(paid, stranger)}`))).toEqual(
      read(posted(message)),
    );
    expect(read(posted('', message))).toEqual(rejected('there is no signature'));
  });

  test('of the test platform carries the evidence that it is no real money', () => {
    expect(updateOf(messageWith({ auth: 'XXXXXX' }))).toMatchObject({
      status: 'PAID',
      testEvidence: 'authorisation number XXXXXX',
      tellsCapture: false,
    });
  });

  test.each([
    ['an encoded space', 'order%20test', 'order test'],
    ['an encoded accent', 'caf%C3%A9', 'café'],
    ['an encoded plus', 'a%2Bb', 'a+b'],
    ['a plus, which is no space', 'a+b', 'a+b'],
    ['a comma and a colon as they are', 'a,b:c', 'a,b:c'],
    ['an encoded ampersand and equals sign', 'a%26error%3D00000', 'a&error=00000'],
    ['an equals sign', 'a=b', 'a=b'],
  ])('keeps %s of a reference', (_description, written, reference) => {
    expect(updateOf(messageWith({ ref: written })).attemptReference).toBe(reference);
  });

  const descriptive = 'type card bin last exp country ip secure guarantee date time'.split(' ');

  test.each(['', null])('may hold %j for each value that decides nothing', (absent) => {
    const bare = messageWith(Object.fromEntries(descriptive.map((name) => [name, absent])));
    expect(updateOf(bare)).toEqual(updateOf(paid));
  });

  test('has the letters of a recorded one, which leaves out those without a value', () => {
    const letters = new Set(recordedNotification.data.split('&').map((pair) => pair.slice(0, pair.indexOf('='))));
    const absent = returnedValues.filter(([, letter]) => !letters.has(letter)).map(([name]) => name);
    expect(absent).toEqual(['country', 'secure', 'guarantee', 'time']);
    const message = messageWith(Object.fromEntries(absent.map((name) => [name, null])));
    expect(updateOf(message)).toEqual(updateOf(paid));
  });

  test('of a cancellation has neither authorisation nor card', () => {
    const bare = Object.fromEntries(['auth', ...descriptive].map((name) => [name, null]));
    const cancelled = updateOf(messageWith({ ...bare, bin: '', error: '00117', trans: '0' }));
    expect(cancelled).toMatchObject({ status: 'CANCELLED', bankTransaction: null, testEvidence: null });
  });

  test.each(['CB', 'Visa', 'MasterCard', 'AMEX', 'cb', 'CB,VISA,EUROCARD_MASTERCARD'])('knows the card %s', (card) => {
    expect(read(posted(signedMessage(messageWith({ card }), bank)))).toMatchObject({ hasUnknownCardBrand: false });
  });

  test('of an unknown card says so, and is about the same payment', () => {
    const reading = read(posted(signedMessage(messageWith({ card: 'NOUVELLE' }), bank)));
    expect(reading).toMatchObject({ kind: 'AUTHENTIC', hasUnknownCardBrand: true, update: updateOf(paid) });
  });

  test.each([
    ['1', 1],
    ['001', 1],
    ['9999999999', 9_999_999_999],
  ])('has the amount %s as %i cents', (amount, amountCents) => {
    expect(updateOf(messageWith({ amount })).amountCents).toBe(amountCents);
  });

  test('is verified with the second key of a list, while the pair changes', () => {
    const changing = [known('LIVE', stranger.publicKey, bank.publicKey)];
    expect(paybox.readNotification(posted(signedMessage(paid, bank)), changing).kind).toBe('AUTHENTIC');
  });
});

describe('the signers of a notification', () => {
  const signersFor = (list: readonly KnownAccount<PayboxAccount>[]): unknown => {
    const reading = paybox.readNotification(posted(signedMessage(paid, bank)), list);
    return reading.kind === 'AUTHENTIC' ? reading.update.signers : reading;
  };

  test('are the accounts that have its key, however their PEM is written', () => {
    expect(signersFor([known('TEST', bank.publicKey), known('LIVE', payboxPublicKey)])).toEqual([
      { idSociete: '1', runMode: 'TEST' },
    ]);
    expect(signersFor([known('TEST', stranger.publicKey), known('LIVE', `\n${bank.publicKey}\n`)])).toEqual([
      { idSociete: '1', runMode: 'LIVE' },
    ]);
  });
});

describe('a notification is rejected', () => {
  const message = signedMessage(paid, bank);

  test.each<[string, string, string]>([
    ['it is empty', '', 'there is no signature'],
    ['it is unsigned', paid, 'there is no signature'],
    ['there is only a signature', message.slice(message.indexOf('sign=')), 'there is no signature'],
    ['the signature is empty', `${paid}&sign=`, 'no key of ours verifies the signature'],
    ['there is something after the signature', `${message}&amount=1`, 'there is something after the signature'],
    ['an ampersand stands behind the signature', `${message}&`, 'there is something after the signature'],
    ['the signature is badly encoded', `${paid}&sign=%ZZ`, 'the signature is not base64'],
    [
      'the signature holds what a lenient decoder skips',
      message.replace('&sign=', '&sign=*'),
      'the signature is not base64',
    ],
    ['the signature has lost its padding', message.replace(/(%3D)+$/, ''), 'the signature is not base64'],
    ['a line feed follows the signature', `${message}\n`, 'the signature is not base64'],
    ['the signature is too short', `${paid}&sign=AAAA`, 'no key of ours verifies the signature'],
    ['the signature is of another key', signedMessage(paid, stranger), 'no key of ours verifies the signature'],
    ['a second signature follows', `${message}&sign=${'A'.repeat(171)}%3D`, 'no key of ours verifies the signature'],
    ['a value was added in front', `amount=1&${message}`, 'no key of ours verifies the signature'],
    ['the amount was changed', message.replace('1990', '1991'), 'no key of ours verifies the signature'],
    ['the case of a name was changed', message.replace('amount', 'Amount'), 'no key of ours verifies the signature'],
    ['the comma was encoded', message.replace(',', '%2C'), 'no key of ours verifies the signature'],
  ])('where %s', (_description, body, reason) => {
    expect(read(posted(body))).toEqual(rejected(reason));
    expect(read(got(body))).toEqual(rejected(reason));
  });

  test.each<[string, string, string]>([
    ['a name comes twice', `${paid}&amount=1`, 'amount comes twice'],
    [
      'an empty name comes twice',
      messageWith({ auth: '' }).replace('&trans', '&auth=123456&trans'),
      'auth comes twice',
    ],
    ['there is a name that we did not ask for', `${paid}&B=0`, 'a name is not one that we asked for'],
    ['a name is in array syntax', `${paid}&ref[]=x`, 'a name is not one that we asked for'],
    ['a name is encoded', `${messageWith({ auth: null })}&%61uth=1`, 'a name is not one that we asked for'],
    ['a name belongs to every object', `${paid}&__proto__=x`, 'a name is not one that we asked for'],
    [
      'it is the renewal of a subscription',
      `ETAT_PBX=PBX_RECONDUCTION_ABT&${paid}`,
      'a name is not one that we asked for',
    ],
    ['an older signature is among the values', signedMessage(paid, bank), 'a name is not one that we asked for'],
    ['a name has no value', `${paid}&sign`, 'a name is not one that we asked for'],
    ['there is an empty pair', paid.replace('&', '&&'), 'a name is not one that we asked for'],
    ['the percent-encoding is malformed', messageWith({ card: 'CB%2' }), 'card is not well encoded'],
    ['the encoded bytes are no UTF-8', messageWith({ ref: 'caf%E9' }), 'ref is not well encoded'],
    ...['amount M', 'ref R', 'call T', 'trans S', 'error E'].map((one): [string, string, string] => {
      const [name = '', letter] = one.split(' ');
      return [`${name} is missing`, messageWith({ [name]: null }), `${name} is not what letter ${letter} can hold`];
    }),
    ...['auth is missing', 'auth is empty'].map((what, index): [string, string, string] => [
      `it is paid and ${what}`,
      messageWith({ auth: index === 0 ? null : '' }),
      'auth is missing',
    ]),
    ['the amount is empty', messageWith({ amount: '' }), 'amount is not what letter M can hold'],
    ['the amount has a sign', messageWith({ amount: '-1990' }), 'amount is not what letter M can hold'],
    ['the amount has an exponent', messageWith({ amount: '1e3' }), 'amount is not what letter M can hold'],
    ['the amount has decimals', messageWith({ amount: '19.90' }), 'amount is not what letter M can hold'],
    [
      'the amount has digits of another script',
      messageWith({ amount: '%D9%A1' }),
      'amount is not what letter M can hold',
    ],
    ['the amount is too long', messageWith({ amount: '10000000000' }), 'amount is not what letter M can hold'],
    ['the reference is empty', messageWith({ ref: '' }), 'ref is not what letter R can hold'],
    ['the code was read as a number', messageWith({ error: '0' }), 'error is not what letter E can hold'],
    ['the transaction is no number', messageWith({ trans: '4x' }), 'trans is not what letter S can hold'],
    ['the call number stands as authorisation', messageWith({ auth: '7584174' }), 'auth is not what letter A can hold'],
    ['a date stands as authorisation', messageWith({ auth: '25112026' }), 'auth is not what letter A can hold'],
    [
      'a short call number does',
      messageWith({ auth: '004711', call: '4711' }),
      'auth holds another number of the message',
    ],
    [
      'a short transaction number does',
      messageWith({ auth: '171756', trans: '171756' }),
      'auth holds another number of the message',
    ],
    ['the reference stands as call', messageWith({ call: '4K7M9QXT-1' }), 'call is not what letter T can hold'],
    ['a country stands as card number', messageWith({ bin: 'FRA' }), 'bin is not what letter N can hold'],
    ['a reference stands as country', messageWith({ country: '4K7M9QXT-1' }), 'country is not what letter Y can hold'],
    ['the time stands as date', messageWith({ date: '10:27:31' }), 'date is not what letter W can hold'],
    ['an answer stands as guarantee', messageWith({ guarantee: 'Y' }), 'guarantee is not what letter G can hold'],
  ])('though its signature is good, where %s', (_description, data, reason) => {
    expect(read(posted(signedMessage(data, bank)))).toEqual(rejected(reason));
  });

  test('where no account is known', () => {
    expect(paybox.readNotification(posted(message), [])).toEqual(rejected('no key of ours verifies the signature'));
  });

  test('or says the same, whichever byte of it is changed', () => {
    const original = read(posted(message));
    const bytes = Buffer.from(message, 'latin1');
    const positions = fc.nat({ max: bytes.length - 1 });
    fc.assert(
      fc.property(positions, fc.integer({ min: 1, max: 255 }), (position, difference) => {
        const changed = Buffer.from(bytes);
        changed[position] = (changed[position] ?? 0) ^ difference;
        const reading = read({ method: 'POST', query: '', body: changed });
        if (position < paid.length) expect(reading.kind).toBe('REJECTED');
        // A digit of percent-encoding in the other case is the same signature.
        else if (reading.kind === 'AUTHENTIC') expect(reading).toEqual(original);
      }),
      { numRuns: 500 },
    );
  });
});
