import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import { hourMs, minuteMs, secondMs } from '../../kernel/durations.ts';
import {
  type EndpointHealth,
  type FirstDue,
  healthyEndpoint,
  type WebhookAnswer,
  type WebhookDelivery,
} from './webhook-delivery.ts';

/**
 * How long after each failed try the next one comes: ten tries in a little over three days, as the Standard Webhooks
 * specification proposes.
 */
export const retryDelaysMs = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
] as const;

/** The largest part by which a delay varies, so that messages that failed together are not all repeated at once. */
const jitter = 0.1;

/** A message for a blocked endpoint is given up after this time. */
export const webhookLifetimeMs = 96 * hourMs;

/** How long a try has its message for itself. Longer than any deadline of a call. */
export const claimMs = 60 * secondMs;

/**
 * A claim that ends further ahead came from a wrong clock. Twice the length of a claim allows for clocks that disagree.
 */
export const farthestClaimMs = 2 * claimMs;

/** A due time further ahead came from a wrong clock. Twice the longest delay. */
export const farthestTryMs = 2 * 24 * hourMs;

/** How long an endpoint waits, healthy as it was, after a fault of this machine. */
export const localFaultMs = 30 * secondMs;

/** Whether the try ended on this machine, which could not check the address: that says nothing about the endpoint. */
export const isLocalFault = ({ outcome, detail }: Pick<WebhookAnswer, 'outcome' | 'detail'>): boolean =>
  outcome === 'ADDRESS_REFUSED' && detail !== null;

/** Whether a process has the message for itself. */
export const isClaimed = ({ claimedUntil }: Pick<WebhookDelivery, 'claimedUntil'>, now: number): boolean =>
  claimedUntil !== null && claimedUntil > now && claimedUntil <= now + farthestClaimMs;

/** The longest wait that an endpoint can ask for. */
export const longestRetryAfterMs = 6 * hourMs;

/** An endpoint that gives one of these answers refuses this one message: those of other payments do not wait. */
const refusalsOfMessage: ReadonlySet<number | null> = new Set([400, 409, 413, 415, 422]);

/** So many other failures in a row are the endpoint's: it is left alone, and tried with one message. */
const failuresUntilPause = 5;
const firstPauseMs = 30 * secondMs;
const longestPauseMs = hourMs;
/** A pause that ends further ahead began by a clock that was ahead. */
const farthestPauseMs = 2 * longestRetryAfterMs;

/**
 * When a message that was tried `tries` times is tried again; null: never.
 * @param random 0 to 1, 1 excluded
 */
export function nextTryAt(
  { tries, retryAt, now }: { readonly tries: number; readonly retryAt: number | null; readonly now: number },
  random: () => number,
): number | null {
  const delayMs = retryDelaysMs[tries - 1];
  if (delayMs === undefined) return null;
  const byItself = now + Math.round(delayMs * (1 - jitter + 2 * jitter * random()));
  return Math.max(byItself, askedFor(retryAt, now));
}

const askedFor = (retryAt: number | null, now: number): number =>
  retryAt === null ? now : Math.min(retryAt, now + longestRetryAfterMs);

type AboutAnswers = { readonly urlDigest: string; readonly now: number };

/** An endpoint that took nothing for so long since a failure is shown as failing, whatever it answers. */
const failingMs = 15 * minuteMs;

/**
 * How an endpoint is doing after the answers to what it was sent at once. They have no order: a success clears what stood
 * before, then each failure counts. Their failures lead to one pause; beside two successes to none, as in most orders no
 * five of them are in a row.
 */
export function healthAfter(
  before: EndpointHealth,
  answers: readonly WebhookAnswer[],
  { urlDigest, now }: AboutAnswers,
  random: () => number,
): EndpointHealth {
  const failures = answers.filter(({ outcome }) => outcome !== 'DELIVERED');
  const taken = answers.length - failures.length;
  const started = taken > 0 ? healthAfterSuccess(before, now) : before;
  if (failures.length === 0) return started;
  const failing = { ...started, lastFailureAt: now, failingSince: started.failingSince ?? now };
  const ofEndpoint = failures.filter(({ statusCode }) => !refusalsOfMessage.has(statusCode));
  if (ofEndpoint.length === 0) return failing;
  const mostInARow = taken > 1 ? failuresUntilPause - 1 : Math.max(started.failuresInARow + 1, failuresUntilPause);
  const failuresInARow = Math.min(started.failuresInARow + ofEndpoint.length, mostInARow);
  const pauseMs = pauseAfter(failuresInARow) * (1 - jitter + 2 * jitter * random());
  const until = Math.max(now + Math.round(pauseMs), ...ofEndpoint.map(({ retryAt }) => askedFor(retryAt, now)));
  return {
    ...failing,
    failuresInARow,
    ...(until > now && { pausedUntil: until, pausedUrlDigest: urlDigest }),
    goneUrlDigest: ofEndpoint.some(({ outcome }) => outcome === 'GONE') ? urlDigest : started.goneUrlDigest,
  };
}

/** How it is doing after it took a message or a ping. */
export const healthAfterSuccess = ({ lastFailureAt }: EndpointHealth, now: number): EndpointHealth => ({
  ...healthyEndpoint,
  ...{ lastFailureAt, lastSuccessAt: now },
});

/**
 * How it is doing after a person replayed a message. One that answered 410 is probed first, so that it costs no more than
 * one message if it is still gone: the longest due, as the replayed one is where the others came after it.
 */
export const healthAfterReplay = (health: EndpointHealth): EndpointHealth => ({
  ...health,
  ...{ pausedUntil: null, goneUrlDigest: null },
  failuresInARow: health.goneUrlDigest === null ? health.failuresInARow : failuresUntilPause,
});

function pauseAfter(failuresInARow: number): number {
  if (failuresInARow < failuresUntilPause) return 0;
  return Math.min(firstPauseMs * 2 ** Math.min(failuresInARow - failuresUntilPause, 20), longestPauseMs);
}

/** How many messages of different payments an endpoint is sent at the same time. */
export const messagesAtOnce = ({ failuresInARow }: EndpointHealth): number =>
  failuresInARow < failuresUntilPause ? 8 : 1;

/**
 * Probes take turns. Messages that fail do not hold up others, and untried ones, which are due first, do not hold up one
 * that the endpoint takes at its second try. If it took nothing but such ones just before, they get half of the places:
 * they are taken, so the others may fail and no pause begins.
 */
export function firstDue(health: EndpointHealth, tookTriedAlone: boolean): FirstDue {
  if (messagesAtOnce(health) > 1) return tookTriedAlone ? 'TRIED' : null;
  const turn = (health.failuresInARow - failuresUntilPause) % 3;
  return turn === 0 ? null : turn === 1 ? 'NEWEST_UNTRIED' : 'TRIED';
}

/** Whether it can be expected to take what waits for it: it took a message within the time that they have. */
export const tookLately = ({ lastSuccessAt }: EndpointHealth, now: number): boolean =>
  lastSuccessAt !== null && lastSuccessAt > now - webhookLifetimeMs;

export const webhookEndpointState = closedSet('WebhookEndpointState', 'How an endpoint is doing.', {
  WELL: 'It is sent what is due.',
  FAILING:
    'It took nothing for a quarter of an hour since a failure; or it failed several times in a row: then it is tried with one message, and the rest waits.',
  PAUSED: 'It is left alone until `pausedUntil`, after several failures in a row or because it asked for that.',
  GONE: 'It answered 410: it is sent nothing until its address changes in the config, it takes a ping, or a message is replayed.',
});
export type WebhookEndpointState = NameOf<typeof webhookEndpointState>;

export const endpointState = (
  health: EndpointHealth,
  { urlDigest, now }: { readonly urlDigest: string; readonly now: number },
): WebhookEndpointState => {
  if (health.goneUrlDigest === urlDigest) return 'GONE';
  const { pausedUntil, pausedUrlDigest } = health;
  const isLeftAlone = pausedUrlDigest === null || pausedUrlDigest === urlDigest;
  if (isLeftAlone && pausedUntil !== null && pausedUntil > now && pausedUntil <= now + farthestPauseMs) return 'PAUSED';
  const { failuresInARow, failingSince } = health;
  if (failuresInARow >= failuresUntilPause) return 'FAILING';
  return failingSince !== null && failingSince <= now - failingMs ? 'FAILING' : 'WELL';
};
