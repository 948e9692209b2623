import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { forRequest } from '../kernel/audit/record-audit.ts';
import type { Caller } from '../kernel/caller.ts';
import { requestIdOf } from '../kernel/identifiers.ts';
import type { LanguageOf } from '../kernel/locale/language.ts';
import type { DownloadBatchFile } from '../modules/direct-debits/batches/downloads.ts';
import type { StartExport } from '../modules/exports/start-export.ts';
import type { Services } from '../modules/people/ports.ts';
import { personWithoutAccess, readSession, readSessionAgain, type SignedIn } from '../modules/people/read-session.ts';
import type { PasskeySite } from '../modules/people/sign-in/passkeys.ts';
import type { Browser } from '../modules/people/sign-in/sign-in-with-password.ts';
import { sessionTokenOf, setSession } from './cookies.ts';
import type { NoteRefusedRequest } from './note-refused-request.ts';
import type { OidcClient } from './oidc.ts';
import type { Show } from './show.ts';

export type ConsoleOptions = {
  readonly services: Services;
  /** Where people reach the gateway. No trailing slash. */
  readonly publicUrl: string;
  /** Whether the deployment is open: the visitor needs no sign-in, and may act in TEST alone. */
  readonly isOpen: () => boolean;
  readonly deployment: 'development' | 'production';
  /** Where no person can sign in, say how to set it up; in production the console is not there at all then. */
  readonly saysHowToSetUp: boolean;
  /** The visitor of an open deployment; null where people have to sign in. */
  readonly visitor: () => Caller | null;
  readonly startExport: StartExport;
  readonly downloadBatchFile: DownloadBatchFile;
  readonly noteRefused: NoteRefusedRequest;
  /** Notes the caller for the log. */
  readonly noteCaller: (request: Request, caller: Caller) => void;
  readonly languageOf: LanguageOf;
  /** Base64, made anew for each page. */
  readonly randomNonce: () => string;
  /** The address under which guesses are counted. */
  readonly addressOf: (request: Request) => string;
  readonly logger: Logger;
  readonly countSignIn: (outcome: 'signed_in' | 'confirmed' | 'wrong' | 'blocked' | 'refused') => void;
};

/** What the routes share. */
export type Shared = ConsoleOptions & {
  readonly show: Show;
  readonly oidc: OidcClient;
  /** Null at an IP address, where browsers know no passkeys. */
  readonly site: PasskeySite | null;
  readonly signedInOf: (request: Request) => Promise<SignedIn | null>;
  readonly browserOf: (request: Request) => Browser;
  /** Whether a refused sign-in is noted in the audit log now: of a person that is known, or of a stranger. */
  readonly mayNoteRefusal: (personId: string | null, network: string) => boolean;
};

/**
 * Who a request is from: the session's person, or the visitor of an open deployment. Notes a person whose session is good
 * and who may not act any more.
 */
export async function callerOfConsole(
  { services, visitor, noteRefused }: Pick<Shared, 'services' | 'visitor' | 'noteRefused'>,
  request: Request,
  response: Response,
  { isUse }: { readonly isUse: boolean },
): Promise<Caller | null> {
  const open = visitor();
  const token = sessionTokenOf(request);
  if (open !== null || token === null) return open;
  const signedIn = await readSession(services, token, { isUse });
  if (signedIn) return signedIn.caller;
  const person = await personWithoutAccess(services, token);
  if (person) await noteRefused({ code: 'NO_ACCESS', request: requestIdOf(response), person });
  return null;
}

/** The same caller at a later moment of its answer. Null where its session ended. */
export async function callerAgain(
  { services, visitor }: Pick<Shared, 'services' | 'visitor'>,
  { person }: Caller,
): Promise<Caller | null> {
  const open = visitor();
  if (open !== null || !person) return open;
  return (await readSessionAgain(services, person.sessionId))?.caller ?? null;
}

/** The services for one request, whose id the entries of the audit log then have. */
export const servicesFor = ({ services }: Pick<Shared, 'services'>, response: Response): Services =>
  forRequest(services, requestIdOf(response));

/** Gives the browser its new session, after a sign-in or a fresh proof. */
export function enter(
  { logger, countSignIn }: Shared,
  response: Response,
  {
    token,
    person,
    isSignIn,
  }: { readonly token: string; readonly person: string | undefined; readonly isSignIn: boolean },
): void {
  setSession(response, token);
  countSignIn(isSignIn ? 'signed_in' : 'confirmed');
  const line = { person, request: requestIdOf(response) };
  logger.info(line, isSignIn ? 'a person signed in' : 'a person proved again who it is');
}

/** A field of a form: one text, or empty. */
export function fieldOf(request: Request, name: string): string {
  const { [name]: value } = Object(request.body) as Readonly<Record<string, unknown>>;
  return typeof value === 'string' ? value : '';
}

export const leadTo = (response: Response, path: string): void =>
  void response.status(303).set({ Location: path, 'Cache-Control': 'no-store' }).end();
