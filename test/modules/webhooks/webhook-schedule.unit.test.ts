import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EndpointHealth,
  healthyEndpoint,
  type WebhookAnswer,
} from '../../../src/modules/webhooks/webhook-delivery.ts';
import { endpointState, healthAfter, messagesAtOnce } from '../../../src/modules/webhooks/webhook-schedule.ts';

const now = Date.parse('2026-11-25T09:00:00Z');
const [minuteMs, hourMs] = [60_000, 3_600_000];
const urlDigest = 'of the address';

const answers = (...codes: readonly number[]): readonly WebhookAnswer[] =>
  codes.map((statusCode) => ({
    ...{ outcome: statusCode < 300 ? 'DELIVERED' : statusCode === 410 ? 'GONE' : 'REFUSED', statusCode },
    ...{ detail: null, retryAt: null, durationMs: 1 },
  }));
/** One answer after the other. */
const answering = (...codes: readonly number[]): EndpointHealth =>
  answers(...codes).reduce(
    (health, answer) => healthAfter(health, [answer], { urlDigest, now }, () => 0.5),
    healthyEndpoint,
  );
/** Answers to what was sent at once; those of the code `asking` ask to wait for an hour. */
const together = (health: EndpointHealth, asking: number | null, ...codes: readonly number[]): EndpointHealth => {
  const all = answers(...codes).map((one) => ({ ...one, retryAt: one.statusCode === asking ? now + hourMs : null }));
  return healthAfter(health, all, { urlDigest, now }, () => 0.5);
};
const stateAt = (health: EndpointHealth, at: number) => endpointState(health, { urlDigest, now: at });

describe('an answer that refuses one message', () => {
  it.each([400, 409, 413, 415, 422])('is, as %d, no failure of the endpoint', (code) => {
    const health = answering(...Array.from({ length: 20 }, () => code));
    expect(health).toMatchObject({ failuresInARow: 0, pausedUntil: null, lastFailureAt: now, failingSince: now });
    expect(messagesAtOnce(health)).toBe(8);
  });

  it('asks to wait for this message alone', () => {
    const [refusal] = answers(413);
    if (!refusal) throw new Error('there is an answer');
    const later = { ...refusal, retryAt: now + hourMs };
    expect(healthAfter(healthyEndpoint, [later], { urlDigest, now }, () => 0.5).pausedUntil).toBeNull();
  });

  it('neither adds to the failures in a row nor ends them', () => {
    expect(answering(500, 400, 500, 422, 500, 500).failuresInARow).toBe(4);
    expect(stateAt(answering(500, 400, 500, 422, 500, 500, 409, 500), now)).toBe('PAUSED');
  });

  it('is seen where the endpoint takes nothing else', () => {
    const refusing = answering(200, 400, 503, 400);
    expect([0, 14, 15].map((minutes) => stateAt(refusing, now + minutes * minuteMs))).toEqual([
      'WELL',
      'WELL',
      'FAILING',
    ]);
    expect(stateAt(answering(400, 200), now + hourMs)).toBe('WELL');
  });
});

it.each([301, 401, 403, 404, 408, 429, 500, 503])('five answers of %d in a row pause the endpoint', (code) => {
  expect(answering(code, code, code, code).pausedUntil).toBeNull();
  expect(answering(code, code, code, code, code)).toMatchObject({ failuresInARow: 5, pausedUntil: now + 30_000 });
});

describe('answers to what was sent at once', () => {
  const paused = { pausedUntil: now + hourMs };

  it.each([429, 503])('keep the pause that a %d asks for, whichever message was due first', (code) => {
    for (const codes of [
      [code, 200],
      [200, code],
      [code, 200, 500, 200],
      [code, 500, 500, 500, 500, 500],
    ]) {
      expect(together(healthyEndpoint, code, ...codes)).toMatchObject(paused);
    }
  });

  it('take no pause from an answer that is a success or refuses its message', () => {
    expect(together(healthyEndpoint, 200, 200, 500).pausedUntil).toBeNull();
    expect(together(healthyEndpoint, 422, 422, 200).pausedUntil).toBeNull();
  });

  it.each([
    [410, 200],
    [200, 410],
  ])('end it where one is 410: %d, %d', (...codes) => {
    expect(stateAt(together(healthyEndpoint, null, ...codes), now)).toBe('GONE');
  });

  it('clear what stood before by a success', () => {
    const before = { ...answering(500, 500, 500, 500, 500), goneUrlDigest: 'of another address' };
    expect(together(before, null, 200)).toEqual({ ...healthyEndpoint, lastFailureAt: now, lastSuccessAt: now });
    expect(together(before, 429, 429, 200)).toMatchObject({ ...paused, failuresInARow: 1, goneUrlDigest: null });
  });

  const five = [500, 500, 500, 500, 500];
  const withSuccess = [0, 1, 2, 3, 4, 5].map((place) => [...five.slice(0, place), 200, ...five.slice(place)]);

  it.each(withSuccess)('count five failures beside a success, in any order: %d, %d, %d, %d, %d, %d', (...codes) => {
    const four = answering(500, 500, 500, 500);
    for (const before of [healthyEndpoint, four]) {
      const after = together(before, null, ...codes);
      expect(after).toMatchObject({ failuresInARow: 5, pausedUntil: now + 30_000, failingSince: now });
      expect(after).toMatchObject({ lastSuccessAt: now, lastFailureAt: now });
    }
  });

  it.each([
    [200, ...five, 200],
    [...five, 200, 200],
    [...five, 500, 200, 200],
  ])('pause no endpoint that took two of them: %d, %d, %d, %d, %d, %d, %d', (...codes) => {
    const four = answering(500, 500, 500, 500);
    for (const before of [healthyEndpoint, four]) {
      expect(together(before, null, ...codes)).toMatchObject({ failuresInARow: 4, pausedUntil: null });
      expect(together(before, 503, 503, ...codes)).toMatchObject(paused);
    }
    expect(together(together(healthyEndpoint, null, ...codes), null, 500).pausedUntil).toBe(now + 30_000);
  });

  it('leave the same health in any order', () => {
    const someAnswers = fc.array(fc.constantFrom(200, 204, 400, 410, 422, 429, 500, 503), { maxLength: 8 });
    const inTwoOrders = someAnswers.chain((codes) =>
      fc.tuple(
        fc.constant(codes),
        fc.shuffledSubarray(codes, { minLength: codes.length }),
        fc.constantFrom(0, 1, 4, 5, 9),
      ),
    );
    const isSame = fc.property(inTwoOrders, ([codes, shuffled, failuresBefore]) => {
      const before = answering(...Array.from({ length: failuresBefore }, () => 500));
      expect(together(before, 429, ...shuffled)).toEqual(together(before, 429, ...codes));
    });
    fc.assert(isSame, { numRuns: 1_000 });
  });

  it('count no failure from before a success', () => {
    const four = answering(500, 500, 500, 500);
    expect(together(four, null, 500, 200)).toMatchObject({ failuresInARow: 1, pausedUntil: null });
  });
});
