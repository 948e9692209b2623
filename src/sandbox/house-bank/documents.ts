import { z } from 'zod';
import type { CompanyAccount } from './messages/check-message.ts';
import { type ReportVersion, reportVersions, writeReport } from './messages/write-report.ts';
import { type CamtVersion, camtVersions, writeNotice, writeStatement } from './messages/write-statement.ts';
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

/** The version of camt.053 and camt.054; the pain.002 beside `.02` is `.03`, and beside `.08` it is `.10`. */
export const documentVersion = z.enum(camtVersions).default('08').catch('08');

const reportVersionOf: Readonly<Record<CamtVersion, ReportVersion>> = { '02': '03', '08': '10' };

/** Everything that the bank has for the company: reports at once, notices as the day goes, statements once it is over. */
export function listDocuments(state: State, version: CamtVersion): readonly BankDocument[] {
  const today = state.day() ?? '';
  const reports = state.reports().map(
    ({ id, day }): BankDocument => ({
      name: `${day}-${id}.pain.002.001.${reportVersionOf[version]}.xml`,
      ...{ kind: 'REPORT', day, account: null, isFinal: true },
    }),
  );
  const books = state.accountDays().flatMap(({ account, day }): BankDocument[] => {
    const isFinal = day < today;
    const name = (message: string): string => `${account}-${day}.${message}.001.${version}.xml`;
    const notice = { name: name('camt.054'), kind: 'NOTICE', day, account, isFinal } as const;
    return isFinal ? [notice, { ...notice, name: name('camt.053'), kind: 'STATEMENT' }] : [notice];
  });
  // The sort keeps the order within a day.
  return [...reports, ...books].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

const reportName = new RegExp(
  `^\\d{4}-\\d{2}-\\d{2}-(\\d{1,9})\\.pain\\.002\\.001\\.(${reportVersions.join('|')})\\.xml$`,
);
const bookName = new RegExp(
  `^([A-Z0-9]{15,34})-(\\d{4}-\\d{2}-\\d{2})\\.(camt\\.05[34])\\.001\\.(${camtVersions.join('|')})\\.xml$`,
);

/** The file of that name, null where there is none. */
export function writeDocument(state: State, accounts: readonly CompanyAccount[], name: string): Buffer | null {
  const [, id, reportVersion] = reportName.exec(name) ?? [];
  if (id !== undefined) {
    const report = state.report(Number(id));
    return report && name.startsWith(`${report.day}-`) ? writeReport(report, reportVersion as ReportVersion) : null;
  }
  const [, account = '', day = '', message, version] = bookName.exec(name) ?? [];
  const days = state.accountDays().filter((one) => one.account === account && one.day <= day);
  const isThere = days.some((one) => one.day === day) && (message === 'camt.054' || day < (state.day() ?? ''));
  if (!isThere) return null;
  const content = {
    ...{ account, day, number: days.length, openingCents: state.balanceBefore(account, day) },
    bic: accounts.find(({ iban }) => iban === account)?.bic ?? '',
    movements: state.movementsOf(account, day),
  };
  const write = message === 'camt.053' ? writeStatement : writeNotice;
  return write(content, version as CamtVersion);
}
