import { outcomeTexts } from '../html/outcome-texts.ts';
import type { Markup } from '../html/page.ts';
import { type Language, pageTexts, returnTexts, statusTexts } from '../html/texts.ts';
import { isFinal } from '../kernel/vocabulary.ts';
import type { PaymentView } from '../modules/payments/attempts/customer-view.ts';
import type { OpenedAttempt } from '../modules/payments/attempts/open-attempt.ts';
import type { ReturnOutcome } from '../modules/payments/provider.ts';
import { outcomeView, shownStatus, tooManyTriesView, unavailableView } from './outcome-view.ts';
import { pageScript, submitScript } from './scripts.ts';
import { awaitsMoney } from './streams.ts';
import { formView, type Subject, transferView, unknownView } from './views.ts';

/** The page that shows the customer the truth. */

export type ShownPage = {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  readonly script?: string;
  readonly formAction?: readonly string[];
  readonly connectsToSelf?: boolean;
  readonly refreshSeconds?: number;
};

/** For browsers without scripts, while a message is expected within seconds. */
const refreshSeconds = 5;
const leavesAfterMs = 8000;

/** Paths relative to the page's own address, so that they hold under a public URL that has a path of its own. */
type Paths = { readonly pay: string; readonly events: string; readonly retry: string };
const pathsFromLink = (token: string): Paths => ({ pay: token, events: `${token}/events`, retry: `${token}/retry` });
const pathsFromReturn = (token: string): Paths => ({
  pay: `../../${token}`,
  events: '../events',
  retry: '../retry',
});

/** The page says which version it shows: however often it is sent, it opens one attempt. */
const retryPathOf = ({ payment }: Subject, { retry }: Paths): string => `${retry}/${payment.version}`;
/** A page may turn into one with a button while it is open, and its policy cannot change then. */
const toSelf = ["'self'"];

/** The customer's belief after the bank's page, from the address that it sent the browser back to. */
const beliefs: Readonly<Record<ReturnOutcome, keyof (typeof returnTexts)['fr']>> = {
  success: 'done',
  pending: 'done',
  refused: 'notDone',
  cancelled: 'notDone',
  error: 'notDone',
};

export const pageOfLink = (opened: OpenedAttempt, token: string, language: Language): ShownPage =>
  pageOfOpened(opened, language, pathsFromLink(token));

/** The page that answers the press of the button, two levels below the link. */
export const pageOfRetry = (retried: OpenedAttempt, token: string, language: Language): ShownPage =>
  pageOfOpened(retried, language, pathsFromReturn(token));

function pageOfOpened(opened: OpenedAttempt, language: Language, paths: Paths): ShownPage {
  switch (opened.kind) {
    case 'FORM': {
      const title = titleOf(statusTexts[language].REQUIRES_ACTION[0], opened);
      const formAction = [new URL(opened.form.url).origin];
      const body = formView(opened, opened.form, language);
      return { language, title, body, script: submitScript, formAction };
    }
    case 'TRANSFER':
      return pageOfTransfer(opened, opened.bankTransfer, language, paths);
    case 'OUTCOME':
      return pageOfOutcome(opened, language, paths);
    case 'UNAVAILABLE': {
      const title = titleOf(pageTexts[language].unavailable, opened);
      return { language, title, body: unavailableView(opened, language, paths.pay) };
    }
    case 'TOO_MANY': {
      const title = titleOf(outcomeTexts[language].tooManyTries[0], opened);
      return { language, title, body: tooManyTriesView(opened, language) };
    }
  }
}

/**
 * The page that the link would show, without opening an attempt: for the preview of a link. A person whose browser has the
 * name of such a program goes on by its button.
 */
export function pageOfLook(view: PaymentView, token: string, language: Language): ShownPage {
  const paths = pathsFromLink(token);
  if (view.payment.status !== 'REQUIRES_ACTION' || view.bankTransfer !== null) return pageOfView(view, language, paths);
  const body = outcomeView(view, { language, retryPath: retryPathOf(view, paths) });
  return { language, title: titleOf(statusTexts[language].REQUIRES_ACTION[0], view), body, formAction: toSelf };
}

export function pageOfReturn(
  view: PaymentView,
  { token, outcome, language }: { token: string; outcome: ReturnOutcome; language: Language },
): ShownPage {
  const paths = pathsFromReturn(token);
  const belief = beliefs[outcome];
  const isDoubted = belief === 'done' && view.mayBePaidSince;
  if (view.bankTransfer !== null || !(view.payment.status === 'REQUIRES_ACTION' || isDoubted)) {
    return pageOfView(view, language, paths, true);
  }
  const said = returnTexts[language][belief];
  return {
    ...following(said[0], view, language),
    body: outcomeView(view, {
      language,
      said,
      eventsPath: isDoubted ? `${paths.events}?${awaitsMoney}` : paths.events,
      // A customer who believes that they paid is not led to pay again.
      ...(belief === 'done' ? { warnsOfPayingTwice: true } : { retryPath: retryPathOf(view, paths) }),
    }),
  };
}

export function unknownPage(language: Language): ShownPage {
  return { language, title: pageTexts[language].unknown, body: unknownView(language) };
}

const pageOfView = (view: PaymentView, language: Language, paths: Paths, leaves = false): ShownPage =>
  view.bankTransfer === null
    ? pageOfOutcome(view, language, paths, leaves)
    : pageOfTransfer(view, view.bankTransfer, language, paths);

function pageOfTransfer(
  subject: Subject,
  transfer: NonNullable<PaymentView['bankTransfer']>,
  language: Language,
  { events }: Paths,
): ShownPage {
  const title = titleOf(pageTexts[language].transferTitle, subject);
  const body = transferView(subject, transfer, language, events);
  return { language, title, body, script: pageScript, connectsToSelf: true, formAction: toSelf };
}

function pageOfOutcome(subject: Subject, language: Language, paths: Paths, leaves = false): ShownPage {
  const { status } = subject.payment;
  const [title] = statusTexts[language][shownStatus(subject)];
  if (!isFinal(status)) {
    const body = outcomeView(subject, { language, eventsPath: paths.events });
    return { ...following(title, subject, language), body };
  }
  // Who may try again decides without haste.
  const way = subject.retry === 'OFFERED' ? { retryPath: retryPathOf(subject, paths) } : leaves && { leavesAfterMs };
  const body = outcomeView(subject, { language, ...way });
  return { language, title: titleOf(title, subject), body, script: pageScript, formAction: toSelf };
}

const following = (title: string, subject: Subject, language: Language): Omit<ShownPage, 'body'> => ({
  language,
  title: titleOf(title, subject),
  script: pageScript,
  connectsToSelf: true,
  formAction: toSelf,
  refreshSeconds,
});

const titleOf = (title: string, { societeName }: Subject): string => `${title} · ${societeName}`;
