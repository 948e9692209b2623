import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { orderGetConfig, startOrderGet } from '../../../support/providers/order-get.ts';
import { initiated } from '../../../support/requests.ts';
import { someRuns } from '../../../support/sample.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** Messages about two transactions of one attempt, in any order: the payment ends as the bank has it, or a person is asked. */

const lives = [
  ['AUTHORISED', 'CAPTURED'],
  ['UNDER_VERIFICATION', 'AUTHORISED'],
  ['UNDER_VERIFICATION', 'EXPIRED'],
  ['AUTHORISED', 'CANCELLED'],
  ['AUTHORISED_TO_VALIDATE', 'AUTHORISED', 'CAPTURED'],
  ['AUTHORISED_TO_VALIDATE', 'EXPIRED'],
  ['AUTHORISED', 'CAPTURE_FAILED'],
  ['CAPTURE_FAILED', 'CAPTURED'],
  ['REFUSED'],
];
const brings = new Set(['AUTHORISED', 'CAPTURED', 'AUTHORISED_TO_VALIDATE']);

const life = fc.constantFrom(...lives);
/** The end may be said before the money, or after it. */
const endedLife = fc.oneof(fc.constant(['CAPTURE_FAILED', 'CAPTURED']), life);
const story = fc.record({
  lives: fc.tuple(endedLife, life),
  capture: fc.constantFrom('NOW' as const, 'LATER' as const),
  canBeAsked: fc.boolean(),
  /** Where each message stands, and whether time goes by after it. */
  places: fc.array(fc.tuple(fc.nat(1000), fc.constantFrom(true, false, false)), { minLength: 6, maxLength: 6 }),
});

const [{ open } = { open: undefined }] = drawnDatabases();
const settings = { ...(open && { open }) };
const bank = openForGroup(() => startOrderGet());
const asking = openForGroup(() => startGateway({ ...settings, config: orderGetConfig(bank.url) }));
const deaf = openForGroup(() => startGateway({ ...settings, config: orderGetConfig(null) }));

it('ends as the bank has it, or a person is asked', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ lives: [first, second], capture, canBeAsked, places }) => {
      const gateway = canBeAsked ? asking : deaf;
      const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', capture });
      const { id, reference } = initiation.payment;
      const uuids = ['a', 'b'].map((letter) => `${id.slice(4, 35)}${letter}`);
      const ends = [first.at(-1) ?? '', second.at(-1) ?? ''];
      bank.orders.set(`${reference}-1`, Object.fromEntries(uuids.map((uuid, index) => [uuid, ends[index] ?? ''])));
      const messages = [first, second].flatMap((words, index) =>
        words.map((word) => ({ vads_trans_status: word, vads_trans_uuid: uuids[index] ?? '' })),
      );
      const placed = messages.map((message, index) => ({ message, place: places[index] ?? [0, false] }) as const);
      for (const { message, place } of placed.toSorted((one, other) => one.place[0] - other.place[0])) {
        await postMessage(gateway, initiation, message);
        if (place[1]) await gateway.pass(1000);
      }
      for (const ms of [1000, 3_600_000]) await gateway.pass(ms);
      const events = await gateway.store.eventsOf(id, 0, 1000);
      if (events.some(({ type }) => type === 'CONTRADICTION' || type === 'REVIEW_NEEDED')) return;
      const status = (await gateway.store.paymentById(id))?.status;
      const count = ends.filter((word) => brings.has(word)).length;
      expect(count, 'a person hears that both were paid').toBeLessThan(2);
      expect(status === 'PAID' || status === 'AUTHORIZED', `it is ${status}`).toBe(count === 1);
    }),
    someRuns(100),
  );
});
