import { randomBytes } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { Bank, FormProblem, Session, Transaction } from './bank.ts';
import type { ShopCalls } from './deliver.ts';
import { type Field, readFormBody } from './form-body.ts';
import { redirectTo, sendPage } from './page-shell.ts';
import { baseOf, rawForm, whereUnreadable } from './routes/requests.ts';
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
import { type Language, type Text, texts } from './texts.ts';

export type HostedPageParts = ActionParts & {
  readonly mayCall: ShopCalls['mayCall'];
  readonly languageOf: (request: Request) => Language;
};

/** One bank's hosted page: the shop's form comes in, the buyer decides, the shop is notified, the buyer returns. */
export function hostedPage(parts: HostedPageParts): Router {
  const { bank } = parts;
  const router = express.Router();
  router.post(bank.pagePath, rawForm, (request, response) => receive(parts, request, response));
  router.get(bank.pagePath, (request, response) => sendProblem(parts, request, response, bank.withoutForm));
  router.get(`${bank.sessionPath}/:id`, (request, response) => show(parts, request, response));
  router.post(`${bank.sessionPath}/:id`, rawForm, (request, response) => press(parts, request, response));
  router.use([bank.pagePath, bank.sessionPath], unreadableBody(parts));
  return router;
}

async function receive(parts: HostedPageParts, request: Request, response: Response): Promise<void> {
  const { bank, state, clock } = parts;
  const fields = await readFields(parts, request, response);
  if (fields === null) return;
  const reception = bank.receive(fields);
  if (!reception.accepted) return await sendProblem(parts, request, response, reception.problem);
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
  await sendPage(response, pageOf(view, transaction));
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
  const { bank } = parts;
  const view = await viewOf(parts, request, session);
  switch (outcome.kind) {
    case 'SHOW':
      return redirectTo(response, view.address);
    case 'MISTAKE':
      return await sendPage(response, pageOf({ ...view, mistake: outcome.words }, null));
    case 'ALREADY_PAID': {
      const { alreadyPaidTitle: title, alreadyPaidText: explanation } = texts;
      const problem: FormProblem = { code: '00015', field: 'PBX_CMD', title, explanation };
      return await sendPage(response, problemPage(bank, problem, session.language));
    }
    case 'RETURN': {
      const wayBack = bank.wayBack(session, outcome.transaction);
      if (wayBack.kind === 'LINK') return redirectTo(response, wayBack.url);
      if (wayBack.kind === 'FORM') return await sendPage(response, returnPage(view, wayBack));
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
  const { bank, state, clock } = parts;
  const id = request.params.id;
  const session = typeof id === 'string' ? state.session(bank.name, id) : null;
  if (session === null) {
    const { unknownSessionTitle: title, unknownSessionText: explanation } = texts;
    await sendProblem(parts, request, response, { code: '', field: '', title, explanation }, 404);
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
  const read = Buffer.isBuffer(request.body)
    ? readFormBody(request.body)
    : { readable: false as const, field: '', explanation: texts.badBodyText };
  if (read.readable) return read.fields;
  await sendProblem(parts, request, response, badBody(read), 400);
  return null;
}

const badBody = ({ field, explanation }: { readonly field: string; readonly explanation: Text }): FormProblem => ({
  ...{ code: '', field, title: texts.badBodyTitle, explanation },
});

/** A page for bodies that the reader refuses: too long, compressed or cut off. Other errors go to the app. */
const unreadableBody = (parts: HostedPageParts): ErrorRequestHandler =>
  whereUnreadable((status, request, response) =>
    sendProblem(parts, request, response, badBody({ field: '', explanation: texts.badBodyText }), status),
  );

const sendProblem = (
  { bank, languageOf }: HostedPageParts,
  request: Request,
  response: Response,
  problem: FormProblem,
  status?: number,
): Promise<void> => sendPage(response, problemPage(bank, problem, languageOf(request), status));
