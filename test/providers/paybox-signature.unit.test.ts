import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { payboxPublicKey } from '../../src/config/accounts/paybox.ts';
import { openSignedMessage, parsePublicKey } from '../../src/providers/paybox/signature.ts';
import { createKeyPair, signedMessage } from '../support/providers/paybox-examples.ts';
import { paid } from '../support/providers/paybox-notification.ts';
import {
  messageWithSpace,
  ownQuery,
  type RecordedMessage,
  recordedNotification,
  recordedReturn,
} from '../support/providers/paybox-recorded.ts';

describe("the platform's signature", () => {
  const keys = [parsePublicKey(payboxPublicKey)];
  const open = (data: string, { signature }: RecordedMessage) =>
    openSignedMessage(Buffer.from(`${data}&K=${encodeURIComponent(signature)}`), 'K', keys);

  test('is verified with the published key', () => {
    const der = createPublicKey(payboxPublicKey).export({ type: 'spki', format: 'der' });
    expect(createHash('sha256').update(der).digest('hex')).toBe(
      'e3e24366a97653cb40f9ed2ee2b91fe6d8c28ee81d062ca1508c9e32abe141bb',
    );
  });

  test.each([
    ['a message with a space', messageWithSpace],
    ['a notification', recordedNotification],
    ["a browser's return, own query included", recordedReturn],
  ])('is found on %s', (_description, message) => {
    expect(open(message.data, message)).toMatchObject({ kind: 'SIGNED', data: Buffer.from(message.data) });
  });

  test.each([
    ['a space is written as a plus', messageWithSpace.data.replace('%20', '+'), messageWithSpace],
    ['a space is not encoded', messageWithSpace.data.replace('%20', ' '), messageWithSpace],
    ["a browser's return has lost its own query", recordedNotification.data, recordedReturn],
    ['a notification has got an own query', ownQuery + recordedNotification.data, recordedNotification],
    ['one digit of the amount changed', recordedNotification.data.replace('11400', '11401'), recordedNotification],
  ])('is missed where %s', (_description, data, message) => {
    expect(open(data, message)).toEqual({ kind: 'UNSIGNED', reason: 'no key of ours verifies the signature' });
  });

  test('may be written without percent-encoding', () => {
    const { data, signature } = recordedNotification;
    expect(openSignedMessage(Buffer.from(`${data}&K=${signature}`), 'K', keys).kind).toBe('SIGNED');
  });

  test('is verified with an RSA key of any size, and with no other kind of key', () => {
    const large = createKeyPair(2048);
    const message = Buffer.from(signedMessage(paid, large));
    expect(openSignedMessage(message, 'sign', [...keys, parsePublicKey(large.publicKey)]).kind).toBe('SIGNED');
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => parsePublicKey(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toThrow('RSA key');
  });
});
