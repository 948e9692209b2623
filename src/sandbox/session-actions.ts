import type { Authentication, Bank, Decision, Means, Session, SessionState, Transaction } from './bank.ts';
import { cardToRefuse, readAccount, readCard } from './means.ts';
import type { Notify } from './notify.ts';
import type { State } from './state.ts';
import { type Text, texts } from './texts.ts';

export type ActionParts = {
  readonly bank: Bank;
  readonly state: State;
  readonly clock: () => number;
  readonly notify: Notify;
};

/** The browser's next page after a button was pressed. */
export type Outcome =
  /** The session's page, in its new state. */
  | { readonly kind: 'SHOW' }
  /** The same page again, with the mistake. */
  | { readonly kind: 'MISTAKE'; readonly words: Text }
  | { readonly kind: 'RETURN'; readonly transaction: Transaction }
  | { readonly kind: 'ALREADY_PAID' };

type Entry = ReadonlyMap<string, string>;
type Action = { readonly in: readonly SessionState[]; readonly run: Run };
type Run = (parts: ActionParts, session: Session, entry: Entry) => Promise<Outcome> | Outcome;

/** The code that every challenge and every mandate asks for. */
export const challengeCode = '123456';

/** The page's buttons, and the states in which each means something. */
const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['pay', { in: ['OPEN'], run: pay }],
  ['refuse', { in: ['OPEN', 'CHALLENGE'], run: refusePayment }],
  ['cancel', { in: ['OPEN', 'CHALLENGE'], run: (parts, session) => decide(parts, session, { kind: 'CANCELLED' }) }],
  ['authenticate', { in: ['CHALLENGE'], run: authenticate }],
  ['fail-authentication', { in: ['CHALLENGE'], run: failAuthentication }],
  ['try-again', { in: ['REFUSED'], run: tryAgain }],
]);

/** Executes a button. A button of an outdated page only shows the session's state. */
export async function act(parts: ActionParts, session: Session, entry: Entry): Promise<Outcome> {
  const action = actions.get(entry.get('action') ?? '');
  if (action === undefined || !action.in.includes(session.state)) return { kind: 'SHOW' };
  return await action.run(parts, session, entry);
}

function pay(parts: ActionParts, session: Session, entry: Entry): Promise<Outcome> | Outcome {
  const offer = parts.bank.offer(session);
  if (offer.kind === 'ACCOUNT') {
    const account = readAccount(entry);
    return account === null ? { kind: 'MISTAKE', words: texts.badIban } : challenge(parts, session, account);
  }
  const typed = readCard(entry, offer.cards, offer.accepted, parts.clock());
  if ('mistake' in typed) return { kind: 'MISTAKE', words: typed.mistake };
  const { means } = typed;
  switch (means.authentication) {
    case 'CHALLENGE':
      return challenge(parts, session, means);
    case 'REJECTED':
    case 'FAILED':
      return refuseAuthentication(parts, session, means, means.authentication);
    default:
      if (parts.bank.wantsChallenge(session)) return challenge(parts, session, means);
      return ask(parts, session, means, means.authentication);
  }
}

function challenge({ state }: ActionParts, session: Session, means: Means): Outcome {
  state.moveSession(session.id, { from: session.state, to: 'CHALLENGE', means });
  return { kind: 'SHOW' };
}

function authenticate(parts: ActionParts, session: Session, entry: Entry): Promise<Outcome> | Outcome {
  if (session.means === null) return { kind: 'SHOW' };
  if ((entry.get('code') ?? '').trim() !== challengeCode) return { kind: 'MISTAKE', words: texts.wrongCode };
  return ask(parts, session, session.means, session.means.kind === 'CARD' ? 'CHALLENGED' : 'NONE');
}

function failAuthentication(parts: ActionParts, session: Session): Promise<Outcome> | Outcome {
  if (session.means === null) return { kind: 'SHOW' };
  return refuseAuthentication(parts, session, session.means, 'WRONG_CODE');
}

function refuseAuthentication(
  parts: ActionParts,
  session: Session,
  means: Means,
  authentication: Authentication,
): Promise<Outcome> {
  const code = parts.bank.failedAuthenticationCode;
  return decide(parts, session, { kind: 'REFUSED', means, authentication, code });
}

/** Simulates the issuer: the form's forced code comes first, then the card's documented result. */
function ask(parts: ActionParts, session: Session, means: Means, authentication: Authentication): Promise<Outcome> {
  const code = parts.bank.forcedCode(session) ?? (means.kind === 'CARD' ? means.refusalCode : null);
  return decide(
    parts,
    session,
    code === null ? { kind: 'ACCEPTED', means, authentication } : { kind: 'REFUSED', means, authentication, code },
  );
}

function refusePayment(parts: ActionParts, session: Session, entry: Entry): Promise<Outcome> {
  const { bank, clock } = parts;
  const offer = bank.offer(session);
  const typed = offer.kind === 'ACCOUNT' ? readAccount(entry) : cardToRefuse(entry, offer.accepted, clock());
  const wanted = entry.get('refusal_code');
  const code = bank.refusals.find((refusal) => refusal.code === wanted)?.code ?? bank.refusals[0]?.code ?? '';
  return decide(parts, session, { kind: 'REFUSED', means: session.means ?? typed, authentication: 'NONE', code });
}

function tryAgain({ state }: ActionParts, session: Session): Outcome {
  state.moveSession(session.id, { from: 'REFUSED', to: 'OPEN', means: null });
  return { kind: 'SHOW' };
}

const stateAfter = { ACCEPTED: 'PAID', REFUSED: 'REFUSED', CANCELLED: 'CANCELLED' } as const;

/** Records the decision first, then notifies the shop and waits for any answer; the buyer goes on. */
async function decide(parts: ActionParts, session: Session, decision: Decision): Promise<Outcome> {
  const { bank, state, notify } = parts;
  const settlement = bank.settle(session, decision);
  const { transaction } = settlement;
  const settled = state.settleSession({
    session,
    to: stateAfter[decision.kind],
    transaction,
    referencePaysOnce: bank.referencePaysOnce && decision.kind === 'ACCEPTED',
  });
  if (settled === 'ALREADY_PAID') return { kind: 'ALREADY_PAID' };
  if (settled === 'TOO_LATE') return { kind: 'SHOW' };
  await notify(session, settlement);
  return decision.kind === 'REFUSED' ? { kind: 'SHOW' } : { kind: 'RETURN', transaction };
}
