import type { Caller } from '../../kernel/caller.ts';
import { centsRangeOf, daysOf, effectiveModeOf } from '../../kernel/given-values.ts';
import type { BankException as ExceptionRecord } from '../../modules/bank-statements/bank-import.ts';
import type { BankExceptionQuery } from '../../modules/bank-statements/bank-import-store.ts';
import { listBankExceptions } from '../../modules/bank-statements/import/read-bank-files.ts';
import { builder, connectionOf, pageArguments } from '../builder.ts';
import { listWithText } from '../search/list-with-text.ts';
import type { SchemaContext } from '../server/context.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { identifierWanted } from '../server/list-filters.ts';
import { pageById } from '../server/page.ts';
import { AmountRange, DayRange, refuseFilter } from '../server/ranges.ts';
import { BankException, BankExceptionKind, BankExceptionStatus } from './bank-exception.ts';
import { BankFile } from './bank-file.ts';

const BankExceptionConnection = connectionOf(BankException, 'BankException', 'exceptions', 'An exception');

const BankExceptionFilter = builder.inputType('BankExceptionFilter', {
  description: 'Which exceptions. What is left out does not narrow.',
  fields: (t) => ({
    status: t.field({ type: BankExceptionStatus, description: 'Only of this status.' }),
    kind: t.field({ type: BankExceptionKind, description: 'Only of this kind.' }),
    idSociete: t.string({ description: 'Only of this société.' }),
    runMode: t.field({ type: PaymentRunMode, description: '`TEST` or `LIVE`.' }),
    amount: t.field({ type: AmountRange, description: 'Only of these amounts.' }),
    booked: t.field({ type: DayRange, description: 'Only of entries that the bank booked on these days.' }),
    bankFile: t.id({ description: 'Only of this file: `bkf_…`.' }),
    text: t.string({ description: 'Only those that have these words, as `search` finds them.' }),
  }),
});

type Query = Omit<BankExceptionQuery, 'societes'>;

function exceptionsBy(
  { services, caller }: { readonly services: SchemaContext['services']; readonly caller: Caller },
  query: Query,
  text: string | null | undefined,
): Promise<readonly ExceptionRecord[]> {
  const { beforeId, limit } = query;
  const list = (ids: readonly string[] | null, most: number) =>
    listBankExceptions(services, caller, { ...query, ids, limit: most });
  return listWithText(services, caller, { kind: 'BANK_EXCEPTION', text, beforeId, limit, list });
}

builder.queryField('bankExceptions', (t) =>
  t.field({
    type: BankExceptionConnection,
    description: 'What a person has to look at in files of banks, newest first. Needs the scope `decide`.',
    args: {
      filter: t.arg({ type: BankExceptionFilter, description: 'Which.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many: 1 to 100.' }),
      after: t.arg.string({ description: 'The cursor of the last exception that you have.' }),
    },
    resolve: (_root, { filter, ...page }, context) => {
      const query = {
        ...{ status: filter?.status ?? null, kind: filter?.kind ?? null, fileId: filter?.bankFile ?? null },
        idSociete: identifierWanted(filter?.idSociete),
        runMode: effectiveModeOf(filter?.runMode, refuseFilter),
        amountCents: centsRangeOf('amount', filter?.amount, refuseFilter),
        booked: daysOf('booked', filter?.booked, refuseFilter),
      };
      return pageById('bkx', page, (place) => exceptionsBy(context, { ...query, ...place }, filter?.text));
    },
  }),
);

builder.objectField(BankFile, 'bankExceptions', (t) =>
  t.field({
    type: BankExceptionConnection,
    description: 'Its exceptions, open or not, newest first. Empty without the scope `decide`.',
    args: pageArguments(t, 'exception'),
    resolve: ({ id: fileId }, page, { services, caller }, info) =>
      pageById(
        'bkx',
        page,
        (place) => listBankExceptions(services, caller, { fileId, status: null, kind: null, ...place }),
        info,
      ),
  }),
);
