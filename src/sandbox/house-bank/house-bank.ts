import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { redirectTo, sendPage } from '../page-shell.ts';
import { baseOf } from '../routes/base-address.ts';
import type { Language, Text } from '../texts.ts';
import { nextBankingDay, reachDay } from './banking-day.ts';
import { type Day, parisDay } from './calendar.ts';
import { deliverDocuments, type WaysToCompany } from './deliver.ts';
import {
  contentTypeOf,
  type DocumentVersion,
  documentVersion,
  documentVersions,
  listDocuments,
  writeDocument,
} from './documents.ts';
import type { ReceivedFile } from './files.ts';
import { deliveryOfForm, scriptOfForm, transferOfForm } from './forms.ts';
import type { CompanyAccount } from './messages/check-message.ts';
import { type HouseTab, housePage } from './page.ts';
import { receiveFile } from './receive-file.ts';
import { debitScript } from './scripts.ts';
import type { State } from './state.ts';
import { incomingTransfer, receiveTransfer } from './transfers.ts';
import { uploadedFile } from './upload.ts';
import { houseBankUpload } from './upload-limit.ts';

export type HouseBankOptions = {
  /** The accounts that the company has here, as they are now. */
  readonly accounts: () => readonly CompanyAccount[];
  /** Where the schemas of ISO 20022 lie; null: files are checked by the bank's own rules alone. */
  readonly schemaFolder: () => string | null;
  readonly ways: WaysToCompany;
};

export type HouseBankParts = HouseBankOptions & {
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Buffer;
  readonly languageOf: (request: Request) => Language;
};

const listed = 1000;

/**
 * The bank of the company's accounts. It takes files of direct debits (pain.008), reports on them (pain.002), and sends
 * bookings (camt.054, camt.053). Its days pass by the calendar, or earlier at the press of a button.
 */
export function houseBankRoutes(parts: HouseBankParts, state: State): Router {
  const today = (): Day => parisDay(parts.clock());
  const router = express.Router();
  const limit = '64kb';
  router.use('/house-bank', (_request, _response, next) => {
    reachDay(state, today());
    next();
  });
  router.post(houseBankUpload.path, async (request, response) => {
    const bytes = await uploadedFile(request, response, houseBankUpload.maximumBytes);
    const file = await receiveFile(
      {
        ...{ state, accounts: parts.accounts(), schemaFolder: parts.schemaFolder() },
        ...{ today: today(), day: reachDay(state, today()) },
      },
      bytes,
    );
    if (isForm(request)) redirectTo(response, `${baseOf(request)}/house-bank#files`);
    else response.status(file.status === 'REJECTED' ? 422 : 201).json(fileAnswer(file, request));
  });
  router.use('/house-bank', express.json({ limit }), express.urlencoded({ extended: false, limit }));
  reading(router, parts, state);
  days(router, parts, state);
  scripting(router, parts, state);
  moving(router, parts, state);
  router.use('/house-bank', unreadable);
  return router;
}

function reading(router: Router, parts: HouseBankParts, state: State): void {
  router.get('/house-bank', (request, response) => showPage(parts, state, request, response, null));
  router.get(houseBankUpload.path, (request, response) => {
    response.json({ files: state.recentFiles(listed).map((file) => fileAnswer(file, request)) });
  });
  router.get('/house-bank/debits', (_request, response) => {
    response.json({ debits: state.recentDebits(listed) });
  });
  router.get('/house-bank/documents', (request, response) => {
    response.json({ documents: listDocuments(state, documentVersion.parse(request.query.version)) });
  });
  router.get('/house-bank/documents/:name', (request, response) => {
    const bytes = writeDocument(state, parts.accounts(), request.params.name);
    if (bytes === null) {
      response.status(404).json({ errors: [{ path: ['name'], message: 'There is no such document.' }] });
      return;
    }
    response.attachment(request.params.name).type(contentTypeOf(request.params.name)).send(bytes);
  });
}

const fileAnswer = (file: ReceivedFile, { baseUrl }: Request) => ({
  ...file,
  faults: file.faults.map(({ code, place, words }) => ({ code, place, message: words.en })),
  report:
    file.reportId === null
      ? null
      : `${baseUrl}/house-bank/documents/${file.receivedOn}-${file.reportId}.pain.002.001.10.xml`,
});

function days(router: Router, { accounts }: HouseBankParts, state: State): void {
  router.get('/house-bank/day', (_request, response) => {
    const balances = accounts().map(({ iban }) => ({ iban, balanceCents: state.balanceOf(iban) }));
    response.json({ day: state.day(), accounts: balances });
  });
  router.post('/house-bank/next-day', (request, response) => {
    const result = nextBankingDay(state);
    if (isForm(request)) redirectTo(response, `${baseOf(request)}/house-bank`);
    else response.json(result);
  });
}

function scripting(router: Router, parts: HouseBankParts, state: State): void {
  router.get('/house-bank/scripts', (_request, response) => void response.json({ scripts: state.scripts() }));
  router.post('/house-bank/scripts', async (request, response) => {
    const script = debitScript.safeParse(isForm(request) ? scriptOfForm(request.body) : (request.body ?? {}));
    if (!script.success) return await answerInvalid(parts, state, request, response, script.error);
    const added = state.insertScript(script.data);
    if (isForm(request)) redirectTo(response, `${baseOf(request)}/house-bank#scripts`);
    else response.status(201).json(added);
  });
  router.delete('/house-bank/scripts', (_request, response) => {
    state.deleteScripts(null);
    response.status(204).end();
  });
  router.delete('/house-bank/scripts/:id', (request, response) => {
    state.deleteScripts(z.coerce.number().int().catch(0).parse(request.params.id));
    response.status(204).end();
  });
  // A form knows no DELETE.
  router.post('/house-bank/scripts/clear', (request, response) => {
    state.deleteScripts(null);
    redirectTo(response, `${baseOf(request)}/house-bank#scripts`);
  });
}

const deliveryOrder = z.strictObject({
  way: z.enum(['UPLOAD', 'FOLDER']),
  version: z.enum(documentVersions).default('08'),
  /** Left out: everything that is final and was not handed over yet. */
  documents: z.array(z.string().max(100)).max(1000).optional(),
  /** The key of a client of the gateway, where the upload needs one. */
  key: z.string().max(200).optional(),
});

/** Money that comes in, and files that go out. */
function moving(router: Router, parts: HouseBankParts, state: State): void {
  router.post('/house-bank/transfers', async (request, response) => {
    const isHeld = incomingTransfer.refine(({ account }) => parts.accounts().some(({ iban }) => iban === account), {
      path: ['account'],
      message: 'this account is not held here',
    });
    const transfer = isHeld.safeParse(isForm(request) ? transferOfForm(request.body) : (request.body ?? {}));
    if (!transfer.success) return await answerInvalid(parts, state, request, response, transfer.error);
    const movement = receiveTransfer(state, transfer.data);
    if (isForm(request)) redirectTo(response, `${baseOf(request)}/house-bank#documents`);
    else response.status(201).json(movement);
  });
  router.post('/house-bank/deliveries', async (request, response) => {
    const order = deliveryOrder.safeParse(isForm(request) ? deliveryOfForm(request.body) : (request.body ?? {}));
    if (!order.success) return await answerInvalid(parts, state, request, response, order.error);
    const { way, version, key } = order.data;
    const names = order.data.documents ?? undelivered(state, version);
    const authorization = key === undefined ? (request.get('Authorization') ?? null) : `Bearer ${key}`;
    const accounts = parts.accounts();
    const deliveries = await deliverDocuments({ state, accounts, ways: parts.ways, way, authorization }, names);
    if (isForm(request)) redirectTo(response, `${baseOf(request)}/house-bank#documents`);
    else response.status(deliveries.every(({ delivered }) => delivered) ? 200 : 502).json({ deliveries });
  });
}

const undelivered = (state: State, version: DocumentVersion): readonly string[] =>
  listDocuments(state, version).flatMap(({ name, isFinal }) => (isFinal && !state.wasDelivered(name) ? [name] : []));

async function showPage(
  parts: HouseBankParts,
  state: State,
  request: Request,
  response: Response,
  mistake: Text | null,
): Promise<void> {
  const version = documentVersion.parse(request.query.version);
  const address = `${baseOf(request)}/house-bank`;
  const [tab, language] = [tabOf(request.path), parts.languageOf(request)];
  const view = { state, accounts: parts.accounts(), version, address, mistake, tab, language };
  await sendPage(response, housePage(view), parts.randomBytes);
}

/** A form that was wrong is shown again. */
function tabOf(path: string): HouseTab {
  if (path.endsWith('/scripts')) return 'scripts';
  if (path.endsWith('/transfers')) return 'transfer';
  return path.endsWith('/deliveries') ? 'documents' : 'accounts';
}

/** Answers in the form of the request: the page again, with the mistake, or JSON. */
async function answerInvalid(
  parts: HouseBankParts,
  state: State,
  request: Request,
  response: Response,
  { issues }: z.ZodError,
): Promise<void> {
  if (isForm(request)) {
    const words = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    await showPage(parts, state, request, response, { fr: words, en: words });
    return;
  }
  response.status(400).json({ errors: issues.map(({ path, message }) => ({ path, message })) });
}

const isForm = (request: Request): boolean =>
  // Null, without a body, is no form either.
  typeof request.is(['application/x-www-form-urlencoded', 'multipart/form-data']) === 'string';

const unreadable: ErrorRequestHandler = (error, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (typeof status !== 'number' || status < 400 || status > 499 || response.headersSent) return next(error);
  const message = status === 413 ? 'The file is too large.' : 'The body cannot be read.';
  response.status(status).json({ errors: [{ path: [], message }] });
};
