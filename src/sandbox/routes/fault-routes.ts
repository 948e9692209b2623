import express, { type Router } from 'express';
import { panelId } from '../fault-panel.ts';
import { faultScript } from '../faults.ts';
import type { State } from '../state.ts';
import { answerDone, filledIn, isForm, issuesIn, scriptRoutes, unreadable } from './requests.ts';

export type FaultParts = {
  readonly state: State;
  readonly clock: () => number;
  readonly releaseHeld: () => Promise<void>;
};

/** Where the form was, in the middle of the page. */
const place = `/#${panelId}`;

/**
 * The scripts of `/faults`. `/faults/release` sends the held notifications, `/night` runs the nightly collection of
 * captures.
 */
export function faultRoutes({ state, clock, releaseHeld }: FaultParts): Router {
  const router = express.Router();
  const limit = '16kb';
  router.use(['/faults', '/night'], express.json({ limit }), express.urlencoded({ extended: false, limit }));
  router.post('/faults/release', async (request, response) => {
    await releaseHeld();
    answerDone(request, response, place, 204);
  });
  router.post('/night', (request, response) => {
    state.recordNight(clock());
    answerDone(request, response, place, 204);
  });
  scriptRoutes(router, {
    path: '/faults',
    place,
    read: (request) => faultScript.safeParse(isForm(request) ? fromForm(request.body) : (request.body ?? {})),
    refuse: (_request, response, error) => response.status(400).json(issuesIn(error)),
    list: () => ({ faults: state.faults() }),
    insert: state.insertFault,
    remove: state.deleteFaults,
  });
  router.use(['/faults', '/night'], unreadable);
  return router;
}

/** A box ticked is true. */
function fromForm(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { lasting, delayMs, ...rest } = filledIn(body);
  return { ...rest, lasting: lasting === 'on', ...(delayMs !== undefined && { delayMs: Number(delayMs) }) };
}
