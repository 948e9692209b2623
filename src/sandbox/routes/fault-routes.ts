import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { panelId } from '../fault-panel.ts';
import { faultScript } from '../faults.ts';
import { redirectTo } from '../page-shell.ts';
import type { State } from '../state.ts';
import { baseOf } from './base-address.ts';

export type FaultParts = {
  readonly state: State;
  readonly clock: () => number;
  readonly releaseHeld: () => Promise<void>;
};

/**
 * `/faults`: GET lists the scripts, POST adds one (JSON; or the index page's form), DELETE removes all, or with an id
 * one. `/faults/release` sends the held notifications, `/night` runs the nightly collection of captures.
 */
export function faultRoutes({ state, clock, releaseHeld }: FaultParts): Router {
  const router = express.Router();
  const limit = '16kb';
  router.use(['/faults', '/night'], express.json({ limit }), express.urlencoded({ extended: false, limit }));
  router.get('/faults', (_request, response) => void response.json({ faults: state.faults() }));
  router.post('/faults', (request, response) => {
    const script = faultScript.safeParse(isForm(request) ? fromForm(request.body) : (request.body ?? {}));
    if (!script.success) {
      response.status(400).json({ errors: script.error.issues.map(({ path, message }) => ({ path, message })) });
      return;
    }
    const fault = state.insertFault(script.data);
    if (isForm(request)) backToPanel(request, response);
    else response.status(201).json(fault);
  });
  router.delete('/faults', (_request, response) => {
    state.deleteFaults(null);
    response.status(204).end();
  });
  router.delete('/faults/:id', (request, response) => {
    state.deleteFaults(z.coerce.number().int().catch(0).parse(request.params.id));
    response.status(204).end();
  });
  // A form knows no DELETE.
  router.post('/faults/clear', (request, response) => {
    state.deleteFaults(null);
    backToPanel(request, response);
  });
  router.post('/faults/release', async (request, response) => {
    await releaseHeld();
    if (isForm(request)) backToPanel(request, response);
    else response.status(204).end();
  });
  router.post('/night', (request, response) => {
    state.recordNight(clock());
    if (isForm(request)) backToPanel(request, response);
    else response.status(204).end();
  });
  router.use(['/faults', '/night'], unreadable);
  return router;
}

/** Where the form was, in the middle of the page. */
const backToPanel = (request: Request, response: Response): void =>
  redirectTo(response, `${baseOf(request)}/#${panelId}`);

const isForm = (request: Request): boolean => typeof request.is('application/x-www-form-urlencoded') === 'string';

/** A field left empty means the default; a box ticked is true. */
function fromForm(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.entries(body).filter(([, value]) => value !== '');
  return Object.fromEntries(
    given.map(([name, value]) => {
      if (name === 'lasting') return [name, value === 'on'];
      return [name, name === 'delayMs' ? Number(value) : value];
    }),
  );
}

const unreadable: ErrorRequestHandler = (error, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (typeof status !== 'number' || status < 400 || status > 499 || response.headersSent) return next(error);
  response.status(status).json({ errors: [{ path: [], message: 'The body cannot be read.' }] });
};
