import { z } from 'zod';
import type { CompanyAccount } from './messages/check-message.ts';
import { isFrenchAccount, writeCfonb120, writeCfonb240 } from './messages/write-cfonb.ts';
import { writeMt940 } from './messages/write-mt940.ts';
import { type ReportVersion, reportVersions, writeReport } from './messages/write-report.ts';
import { type AccountDayContent, camtVersions, writeNotice, writeStatement } from './messages/write-statement.ts';
import type { State } from './state.ts';

export const documentKinds = ['REPORT', 'STATEMENT', 'NOTICE'] as const;

/** A file for the company. The bytes of one of a closed day are always the same. */
export type BankDocument = {
  readonly name: string;
  readonly kind: (typeof documentKinds)[number];
  readonly day: string;
  readonly account: string | null;
  /** Nothing is added to it any more. */
  readonly isFinal: boolean;
};

/** The version of camt.053 and camt.054, or another format. The pain.002 beside `.02` is `.03`, else it is `.10`. */
export const documentVersions = [...camtVersions, 'cfonb', 'mt940'] as const;
export type DocumentVersion = (typeof documentVersions)[number];
export const documentVersion = z.enum(documentVersions).default('08').catch('08');

type Written = {
  readonly ending: string;
  readonly kind: 'STATEMENT' | 'NOTICE';
  readonly write: (content: AccountDayContent) => Buffer;
  /** Left out: of every account. */
  readonly isFor?: (account: string) => boolean;
};

/** What the bank gives of a day of an account; MT940 has no notices. */
const written: Readonly<Record<DocumentVersion, readonly Written[]>> = {
  '02': inCamt('02'),
  '08': inCamt('08'),
  cfonb: [
    { ending: 'cfonb240.txt', kind: 'NOTICE', write: writeCfonb240, isFor: isFrenchAccount },
    { ending: 'cfonb120.txt', kind: 'STATEMENT', write: writeCfonb120, isFor: isFrenchAccount },
  ],
  mt940: [{ ending: 'mt940.txt', kind: 'STATEMENT', write: writeMt940 }],
};

function inCamt(version: (typeof camtVersions)[number]): readonly Written[] {
  return [
    { ending: `camt.054.001.${version}.xml`, kind: 'NOTICE', write: (content) => writeNotice(content, version) },
    { ending: `camt.053.001.${version}.xml`, kind: 'STATEMENT', write: (content) => writeStatement(content, version) },
  ];
}

const reportVersionOf = (version: DocumentVersion): ReportVersion => (version === '02' ? '03' : '10');

/** Everything that the bank has for the company: reports at once, notices as the day goes, statements once it is over. */
export function listDocuments(state: State, version: DocumentVersion): readonly BankDocument[] {
  const today = state.day() ?? '';
  const reports = state.reports().map(
    ({ id, day }): BankDocument => ({
      name: `${day}-${id}.pain.002.001.${reportVersionOf(version)}.xml`,
      ...{ kind: 'REPORT', day, account: null, isFinal: true },
    }),
  );
  const books = state.accountDays().flatMap(({ account, day }): BankDocument[] => {
    const isFinal = day < today;
    return written[version]
      .filter(({ kind, isFor }) => (isFinal || kind === 'NOTICE') && isFor?.(account) !== false)
      .map(({ ending, kind }) => ({ name: `${account}-${day}.${ending}`, kind, day, account, isFinal }));
  });
  // The sort keeps the order within a day.
  return [...reports, ...books].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

const reportName = new RegExp(
  `^\\d{4}-\\d{2}-\\d{2}-(\\d{1,9})\\.pain\\.002\\.001\\.(${reportVersions.join('|')})\\.xml$`,
);
const bookName = /^([A-Z0-9]{15,34})-(\d{4}-\d{2}-\d{2})\.([a-z0-9.]{1,30})$/;

/** The file of that name, null where there is none. */
export function writeDocument(state: State, accounts: readonly CompanyAccount[], name: string): Buffer | null {
  const [, id, reportVersion] = reportName.exec(name) ?? [];
  if (id !== undefined) {
    const report = state.report(Number(id));
    return report && name.startsWith(`${report.day}-`) ? writeReport(report, reportVersion as ReportVersion) : null;
  }
  const [, account = '', day = '', ending] = bookName.exec(name) ?? [];
  const format = Object.values(written)
    .flat()
    .find((one) => one.ending === ending && one.isFor?.(account) !== false);
  const days = state.accountDays().filter((one) => one.account === account && one.day <= day);
  const isThere = days.some((one) => one.day === day) && (format?.kind === 'NOTICE' || day < (state.day() ?? ''));
  if (format === undefined || !isThere) return null;
  return format.write({
    ...{ account, day, number: days.length, openingCents: state.balanceBefore(account, day) },
    bic: accounts.find(({ iban }) => iban === account)?.bic ?? '',
    movements: state.movementsOf(account, day),
  });
}

/** As a browser shows it, and as the gateway takes it. */
export const contentTypeOf = (name: string): string =>
  name.endsWith('.xml') ? 'application/xml' : 'application/octet-stream';
