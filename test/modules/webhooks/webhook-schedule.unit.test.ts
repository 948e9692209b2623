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
    ...{ outcome: statusCode < 300 ? 'DELIVERED' : 'REFUSED', statusCode },
    ...{ detail: null, retryAt: null, durationMs: 1 },
  }));
/** One answer after the other. */
const answering = (...codes: readonly number[]): EndpointHealth =>
  answers(...codes).reduce(
    (health, answer) => healthAfter(health, [answer], { urlDigest, now }, () => 0.5),
    healthyEndpoint,
  );
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
