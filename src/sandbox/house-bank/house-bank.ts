import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { sendPage } from '../page-shell.ts';
import { parisDay } from '../paris-time.ts';
import { answerDone, baseOf, isForm, issuesIn, scriptRoutes, unreadable } from '../routes/requests.ts';
import type { Language, Text } from '../texts.ts';
import { nextBankingDay, reachDay } from './banking-day.ts';
import type { Day } from './calendar.ts';
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
    const status = file.status === 'REJECTED' ? 422 : 201;
    answerDone(request, response, '/house-bank#files', status, fileAnswer(file, request));
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
    answerDone(request, response, '/house-bank', 200, nextBankingDay(state));
  });
}

function scripting(router: Router, parts: HouseBankParts, state: State): void {
  scriptRoutes(router, {
    path: '/house-bank/scripts',
    place: '/house-bank#scripts',
    read: (request) => debitScript.safeParse(isForm(request) ? scriptOfForm(request.body) : (request.body ?? {})),
    refuse: (request, response, error) => answerInvalid(parts, state, request, response, error),
    list: () => ({ scripts: state.scripts() }),
    insert: state.insertScript,
    remove: state.deleteScripts,
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
    answerDone(request, response, '/house-bank#documents', 201, receiveTransfer(state, transfer.data));
  });
  router.post('/house-bank/deliveries', async (request, response) => {
    const order = deliveryOrder.safeParse(isForm(request) ? deliveryOfForm(request.body) : (request.body ?? {}));
    if (!order.success) return await answerInvalid(parts, state, request, response, order.error);
    const { way, version, key } = order.data;
    const names = order.data.documents ?? undelivered(state, version);
    const authorization = key === undefined ? (request.get('Authorization') ?? null) : `Bearer ${key}`;
    const accounts = parts.accounts();
    const deliveries = await deliverDocuments({ state, accounts, ways: parts.ways, way, authorization }, names);
    const status = deliveries.every(({ delivered }) => delivered) ? 200 : 502;
    answerDone(request, response, '/house-bank#documents', status, { deliveries });
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
  await sendPage(response, housePage(view));
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
  error: z.ZodError,
): Promise<void> {
  if (isForm(request)) {
    const words = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    await showPage(parts, state, request, response, { fr: words, en: words });
    return;
  }
  response.status(400).json(issuesIn(error));
}
