import { describe, expect, it } from 'vitest';
import type { StoredNotification } from '../../../../src/modules/payments/notifications/notification.ts';
import { digestOf } from '../../../../src/modules/payments/notifications/process-notification.ts';
import { rawMessageOf } from '../../../../src/modules/payments/notifications/raw-message.ts';

/** A stranger can send any bytes, and the list of messages shows them all. */

const shown = (text: string) => {
  const sent = { method: 'POST', query: '', body: Buffer.from(text) } as const;
  const stored = { ...sent, digest: digestOf(sent as never) } as unknown as StoredNotification;
  return rawMessageOf(stored, (fields) => ({ ...fields }))?.fields;
};

describe('a raw message', () => {
  it('names a value within JSON by the path to it', () => {
    expect(shown('a=1&kr-answer={"orderStatus":"PAID","shops":[{"id":7}]}')).toEqual([
      { name: 'a', value: '1' },
      { name: 'kr-answer.orderStatus', value: 'PAID' },
      { name: 'kr-answer.shops.0.id', value: '7' },
    ]);
  });

  it.each([
    ['lists', 30_000, '[', ']'],
    ['objects', 8_000, '{"a":', '}'],
  ])('is shown with %s in each other thousands deep', (_what, depth, open, close) => {
    const fields = shown(`b=2&kr-answer=${open.repeat(depth)}1${close.repeat(depth)}`);
    expect(fields?.[0]).toEqual({ name: 'b', value: '2' });
    expect(fields?.[1]).toMatchObject({ value: '[masked]' });
    expect(fields).toHaveLength(2);
  });

  it('does not repeat a long name for each value of a list', () => {
    const name = 'a'.repeat(30_000);
    expect(shown(`kr-answer={"${name}":[1${',1'.repeat(15_000)}]}`)).toEqual([
      { name: `kr-answer.${name}`.slice(0, 200), value: '[masked]' },
    ]);
  });
});
