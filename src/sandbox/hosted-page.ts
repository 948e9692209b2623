import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { Bank, FormProblem, Session, Transaction } from './bank.ts';
import type { ShopCalls } from './deliver.ts';
import { type Field, formBodyLimitBytes, readFormBody } from './form-body.ts';
import { redirectTo, sendPage } from './page-shell.ts';
import { baseOf } from './routes/base-address.ts';
import { type ActionParts, act, type Outcome } from './session-actions.ts';
import {
  challengePage,
  endPage,
  entryPage,
  problemPage,
  refusedPage,
  returnPage,
  type SessionView,
} from './session-pages.ts';
import { type Language, texts } from './texts.ts';

export type HostedPageParts = ActionParts & {
  readonly mayCall: ShopCalls['mayCall'];
  readonly randomBytes: (size: number) => Buffer;
  readonly languageOf: (request: Request) => Language;
};

/** One bank's hosted page: the shop's form comes in, the buyer decides, the shop is notified, the buyer returns. */
export function hostedPage(parts: HostedPageParts): Router {
  const { bank } = parts;
  const router = express.Router();
  const rawForm = express.raw({
    type: 'application/x-www-form-urlencoded',
    limit: formBodyLimitBytes,
    inflate: false,
  });
  router.post(bank.pagePath, rawForm, (request, response) => receive(parts, request, response));
  router.get(bank.pagePath, (request, response) =>
    sendPage(response, problemPage(bank, bank.withoutForm, parts.languageOf(request)), parts.randomBytes),
  );
  router.get(`${bank.sessionPath}/:id`, (request, response) => show(parts, request, response));
  router.post(`${bank.sessionPath}/:id`, rawForm, (request, response) => press(parts, request, response));
  router.use([bank.pagePath, bank.sessionPath], unreadableBody(parts));
  return router;
}

async function receive(parts: HostedPageParts, request: Request, response: Response): Promise<void> {
  const { bank, state, clock, randomBytes } = parts;
  const fields = await readFields(parts, request, response);
  if (fields === null) return;
  const reception = bank.receive(fields);
  if (!reception.accepted) {
    await sendPage(response, problemPage(bank, reception.problem, parts.languageOf(request)), randomBytes);
    return;
  }
  const { lifetimeMs, ...order } = reception.order;
  const id = randomBytes(16).toString('hex');
  const now = clock();
  const session: Session = {
    ...order,
    id,
    bank: bank.name,
    state: 'OPEN',
    means: null,
    createdAt: now,
    expiresAt: now + lifetimeMs,
  };
  state.insertSession(session);
  redirectTo(response, addressOf(bank, request, id));
}

async function show(parts: HostedPageParts, request: Request, response: Response): Promise<void> {
  const session = await findSession(parts, request, response);
  if (session === null) return;
  const view = await viewOf(parts, request, session);
  const transaction = parts.state.lastTransactionOf(session.id);
  await sendPage(response, pageOf(view, transaction), parts.randomBytes);
}

async function press(parts: HostedPageParts, request: Request, response: Response): Promise<void> {
  const fields = await readFields(parts, request, response);
  if (fields === null) return;
  const session = await findSession(parts, request, response);
  if (session === null) return;
  const outcome = await act(parts, session, new Map(fields));
  await answer(parts, request, response, session, outcome);
}

async function answer(
  parts: HostedPageParts,
  request: Request,
  response: Response,
  session: Session,
  outcome: Outcome,
): Promise<void> {
  const { bank, randomBytes } = parts;
  const view = await viewOf(parts, request, session);
  switch (outcome.kind) {
    case 'SHOW':
      return redirectTo(response, view.address);
    case 'MISTAKE':
      return await sendPage(response, pageOf({ ...view, mistake: outcome.words }, null), randomBytes);
    case 'ALREADY_PAID': {
      const { alreadyPaidTitle: title, alreadyPaidText: explanation } = texts;
      const problem: FormProblem = { code: '00015', field: 'PBX_CMD', title, explanation };
      return await sendPage(response, problemPage(bank, problem, session.language), randomBytes);
    }
    case 'RETURN': {
      const wayBack = bank.wayBack(session, outcome.transaction);
      if (wayBack.kind === 'LINK') return redirectTo(response, wayBack.url);
      if (wayBack.kind === 'FORM') return await sendPage(response, returnPage(view, wayBack), randomBytes);
      return redirectTo(response, view.address);
    }
  }
}

function pageOf(view: SessionView, transaction: Transaction | null) {
  const { bank, session } = view;
  switch (session.state) {
    case 'OPEN':
      return entryPage(view);
    case 'CHALLENGE':
      return challengePage(view);
    case 'REFUSED':
      return refusedPage(view, transaction, bank.wayBack(session, transaction));
    case 'PAID':
    case 'CANCELLED':
    case 'EXPIRED':
      return endPage(view, bank.wayBack(session, transaction));
  }
}

async function viewOf(parts: HostedPageParts, request: Request, session: Session): Promise<SessionView> {
  const { card } = request.query;
  const notifiedUrl = parts.bank.notifiedUrl(session);
  return {
    bank: parts.bank,
    session,
    address: addressOf(parts.bank, request, session.id),
    now: parts.clock(),
    chosenCard: typeof card === 'string' ? card : null,
    isNotified: notifiedUrl === null || (await parts.mayCall(notifiedUrl)),
    mistake: null,
  };
}

function addressOf(bank: Bank, request: Request, id: string): string {
  return `${baseOf(request)}${bank.sessionPath}/${id}`;
}

/** The session as of now. An overdue one turns `EXPIRED` when it is read. */
async function findSession(parts: HostedPageParts, request: Request, response: Response): Promise<Session | null> {
  const { bank, state, clock, randomBytes } = parts;
  const id = request.params.id;
  const session = typeof id === 'string' ? state.session(bank.name, id) : null;
  if (session === null) {
    const { unknownSessionTitle: title, unknownSessionText: explanation } = texts;
    const problem = { code: '', field: '', title, explanation };
    await sendPage(response, problemPage(bank, problem, parts.languageOf(request), 404), randomBytes);
    return null;
  }
  const unfinished = ['OPEN', 'CHALLENGE', 'REFUSED'].includes(session.state);
  if (!unfinished || clock() <= session.expiresAt) return session;
  state.moveSession(session.id, { from: session.state, to: 'EXPIRED', means: null });
  return state.session(bank.name, session.id);
}

/** Null where the body is no form; the page that says so has then been sent. */
async function readFields(
  parts: HostedPageParts,
  request: Request,
  response: Response,
): Promise<readonly Field[] | null> {
  const { bank, randomBytes } = parts;
  const { badBodyTitle: title, badBodyText } = texts;
  const body: unknown = request.body;
  const read = Buffer.isBuffer(body)
    ? readFormBody(body)
    : { readable: false as const, field: '', explanation: badBodyText };
  if (read.readable) return read.fields;
  const problem = { code: '', field: read.field, title, explanation: read.explanation };
  await sendPage(response, problemPage(bank, problem, parts.languageOf(request), 400), randomBytes);
  return null;
}

/** A page for bodies that the reader refuses: too long, compressed or cut off. Other errors go to the app. */
function unreadableBody(parts: HostedPageParts): ErrorRequestHandler {
  return async (error, request, response, next) => {
    const status = error instanceof Error && 'status' in error ? error.status : null;
    if (typeof status !== 'number' || status < 400 || status > 499 || response.headersSent) return next(error);
    const { badBodyTitle: title, badBodyText: explanation } = texts;
    const problem = { code: '', field: '', title, explanation };
    await sendPage(response, problemPage(parts.bank, problem, parts.languageOf(request), status), parts.randomBytes);
  };
}
