import { describe, expect, test } from 'vitest';
import type { NotificationReading, ProviderUpdate } from '../../src/modules/payments/provider.ts';
import {
  type Fields,
  formFields,
  notification,
  payer,
  read,
  sign,
  uuid,
  without,
} from '../support/providers/labanquepostale-examples.ts';

/** The update in a message that the bank signed. */
function updateOf(changes: Fields): ProviderUpdate {
  const reading = read(sign({ ...notification, ...changes }));
  if (reading.kind === 'REJECTED') throw new Error(reading.reason);
  return reading.update;
}

const rejection = (reading: NotificationReading): string | null =>
  reading.kind === 'REJECTED' ? reading.reason : null;

describe('the meaning of a status', () => {
  test('a result of 00 decides nothing', () => {
    expect(updateOf({ vads_trans_status: 'UNDER_VERIFICATION', vads_result: '00' }).status).toBe('PENDING');
    expect(updateOf({ vads_trans_status: 'REFUSED', vads_auth_result: '05', vads_result: '05' })).toMatchObject({
      status: 'REFUSED',
      bankCode: '05',
    });
  });

  test('a partial authorisation says its part, or nothing, but never the whole', () => {
    const partial = { vads_trans_status: 'PARTIALLY_AUTHORISED' };
    expect(updateOf({ ...partial, vads_effective_amount: '1000' })).toMatchObject({
      status: 'PAID',
      amountCents: 1000,
    });
    for (const amount of ['1250', '9999', '', '1e3', '-5']) {
      expect(updateOf({ ...partial, vads_effective_amount: amount }).amountCents).toBe(0);
    }
    expect(updateOf({ vads_effective_amount: '1000' }).amountCents).toBe(1250);
  });

  test.each([
    ['', false],
    ['CB', false],
    ['MULTI', true],
    ['PAYPAL', true],
    ['cb', true],
  ])('the brand %s of the card decides nothing, and is counted where it is not known', (brand, isUnknown) => {
    expect(read(sign({ ...notification, vads_card_brand: brand }))).toMatchObject({
      update: { status: 'PAID' },
      hasUnknownCardBrand: isUnknown,
    });
  });

  test('money without its transaction is doubt, a give-up needs none', () => {
    expect(updateOf({ vads_trans_uuid: '' })).toMatchObject({ status: 'PENDING', bankTransaction: null });
    const abandoned = { vads_trans_uuid: '', vads_trans_status: 'ABANDONED', vads_auth_result: '' };
    expect(updateOf(abandoned)).toMatchObject({ status: 'CANCELLED', bankTransaction: null, bankCode: null });
  });

  test('an operation of a new kind is unknown, and an older platform names none', () => {
    const unknown = { operation: 'UNKNOWN', provesNothing: true };
    for (const vads_operation_type of ['SOMETHING_NEW', 'UNKNOWN', 'constructor']) {
      expect(updateOf({ vads_operation_type })).toMatchObject(unknown);
    }
    expect(updateOf({ vads_trans_status: 'SOMETHING_NEW' }).provesNothing).toBe(true);
    const older = read(sign(without(notification, 'vads_operation_type')));
    expect(older).toMatchObject({ update: { operation: 'DEBIT', status: 'PAID', provesNothing: false } });
  });

  test('a repetition has the same key, another message has another', () => {
    const first = updateOf({}).deduplicationKey;
    const again = read(
      sign({
        ...without(notification, 'vads_page_action', 'vads_payment_config', 'vads_action_mode'),
        vads_hash: 'f'.repeat(64),
        vads_url_check_src: 'RETRY',
      }),
    );
    expect(again).toMatchObject({ update: { deduplicationKey: first } });
    const others = [
      updateOf({ vads_trans_status: 'CAPTURED', vads_url_check_src: 'BATCH' }),
      updateOf({ vads_operation_type: 'CREDIT' }),
      updateOf({ vads_trans_uuid: 'f'.repeat(32) }),
      updateOf({ vads_card_brand: 'SDD' }),
      updateOf({ vads_trans_uuid: '', vads_trans_status: 'ABANDONED' }),
      updateOf({ vads_trans_uuid: '', vads_trans_status: 'ABANDONED', vads_trans_id: '000043' }),
      updateOf({ vads_trans_uuid: '', vads_trans_status: 'ABANDONED', vads_trans_date: '20260701220405' }),
    ];
    expect(new Set([first, ...others.map(({ deduplicationKey }) => deduplicationKey)]).size).toBe(others.length + 1);
  });
});

describe('a forger who renames signed fields, for names are not signed', () => {
  /** Same values in the same order under other names: the signature holds. */
  function rename(fields: Fields, names: Readonly<Record<string, string>>): Fields {
    const renamed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [names[name] ?? name, value]));
    const order = Object.keys(renamed).filter((name) => name.startsWith('vads_'));
    expect(order).toEqual(order.toSorted());
    return renamed;
  }

  test('cannot turn our own form into a notification', () => {
    const names = {
      vads_cust_address: 'vads_order_id',
      vads_cust_cell_phone: 'vads_p',
      vads_cust_city: 'vads_site_id',
      vads_cust_country: 'vads_t1',
      vads_cust_email: 'vads_t2',
      vads_cust_first_name: 'vads_trans_status',
      vads_cust_id: 'vads_trans_t',
      vads_cust_last_name: 'vads_trans_uuid',
      vads_cust_phone: 'vads_u',
      vads_cust_zip: 'vads_url_check_src',
      vads_language: 'vads_w0',
      vads_order_id: 'vads_w1',
      vads_order_info: 'vads_w2',
      vads_page_action: 'vads_w3',
      vads_payment_cards: 'vads_w4',
      vads_payment_config: 'vads_w5',
      vads_return_mode: 'vads_w6',
      vads_site_id: 'vads_w7',
      vads_trans_date: 'vads_w8',
      vads_trans_id: 'vads_w9',
      vads_url_cancel: 'vads_x1',
      vads_url_check: 'vads_x2',
      vads_url_error: 'vads_x3',
      vads_url_refused: 'vads_x4',
      vads_url_return: 'vads_x5',
      vads_url_success: 'vads_x6',
      vads_version: 'vads_x7',
    };
    const forger = { ...payer, address: '4K7M-9QXT-1', city: '12345678', lastName: uuid };
    const forge = (firstName: string) => rename(formFields({ payer: { ...forger, firstName } }), names);
    // The signature holds, as a word of no meaning shows; but the word that counts was never signed.
    expect(read(forge('SOMETHING'))).toMatchObject({ kind: 'AUTHENTIC', update: { provesNothing: true } });
    expect(rejection(read(forge('AUTHORISED')))).toBe('vads_trans_status is malformed');
  });

  test('cannot pass a direct debit for a card, nor a payment for another one', () => {
    const debit = sign({ ...notification, vads_card_brand: 'SDD', vads_payment_cards: 'SDD' });
    const renamed = rename(debit, { vads_brand_management: 'vads_card_brand', vads_card_brand: 'vads_card_brandz' });
    expect(read(renamed)).toMatchObject({ kind: 'AUTHENTIC', update: { status: 'PENDING' } });
    const anonymous = rename(sign(notification), { vads_trans_uuid: 'vads_trans_uuie' });
    expect(read(anonymous)).toMatchObject({ kind: 'AUTHENTIC', update: { status: 'PENDING' } });
  });
});
