import { dayOf, effectiveModeOf } from '../../kernel/given-values.ts';
import { listMandates, readMandate, readMandateByRum } from '../../modules/direct-debits/mandates/read-mandates.ts';
import { builder, connectionOf, pageArguments } from '../builder.ts';
import { listWithText } from '../search/list-with-text.ts';
import { MandateScheme, MandateStatus, PaymentRunMode } from '../server/enums.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { identifierWanted } from '../server/list-filters.ts';
import { pageById } from '../server/page.ts';
import { refuseFilter } from '../server/ranges.ts';
import { Mandate } from './mandate.ts';

const MandateConnection = connectionOf(Mandate, 'Mandate', 'mandates', 'A mandate');

builder.queryField('mandate', (t) =>
  t.field({
    type: Mandate,
    nullable: true,
    description:
      'A mandate by its id, or by its reference. Null where there is none that you may see. Needs the scope `mandates`.',
    args: {
      id: t.arg.id({ description: '`mdt_…`' }),
      rum: t.arg.string({ description: 'Its reference, or one that it had; case and blanks do not count.' }),
      idSociete: t.arg.string({ description: 'With `rum`: the société, where several have such a mandate.' }),
    },
    resolve: (_root, { id, rum, idSociete }, { services, caller }) => {
      if (id && !rum) return readMandate(services, caller, id);
      if (rum && !id) return readMandateByRum(services, caller, { rum, idSociete: idSociete ?? null });
      throw requestError('BAD_USER_INPUT', 'Give either id or rum.');
    },
  }),
);

const MandateFilter = builder.inputType('MandateFilter', {
  description: 'Which mandates; what is left out does not restrict.',
  fields: (t) => ({
    idSociete: t.string({ description: 'Of this société.' }),
    idClient: t.string({ description: 'Of this customer.' }),
    status: t.field({ type: [MandateStatus], description: 'Any of these.' }),
    scheme: t.field({ type: MandateScheme, description: 'Under these rules.' }),
    runMode: t.field({ type: PaymentRunMode, description: '`TEST` or `LIVE`.' }),
    lapsesBefore: t.field({
      type: 'Date',
      description: 'That end before this day, 36 months after their last use, unless a debit uses them.',
    }),
    text: t.string({ description: 'Only those that have these words, as `search` finds them.' }),
  }),
});

builder.queryField('mandates', (t) =>
  t.field({
    type: MandateConnection,
    description: 'The mandates of your sociétés, newest first. Needs the scope `mandates`.',
    args: {
      filter: t.arg({ type: MandateFilter, description: 'Which ones.' }),
      ...pageArguments(t, 'mandate'),
    },
    resolve: (_root, { filter, ...page }, { services, caller }) =>
      pageById('mdt', page, ({ beforeId, limit }) => {
        const query = {
          beforeId,
          idSociete: identifierWanted(filter?.idSociete),
          idClient: identifierWanted(filter?.idClient),
          statuses: filter?.status ?? null,
          scheme: filter?.scheme ?? null,
          runMode: effectiveModeOf(filter?.runMode, refuseFilter),
          lapsesBefore: dayOf('lapsesBefore', filter?.lapsesBefore, refuseFilter),
        };
        const list = (ids: readonly string[] | null, most: number) =>
          listMandates(services, caller, { ...query, ids, limit: most });
        return listWithText(services, caller, { kind: 'MANDATE', text: filter?.text, beforeId, limit, list });
      }),
  }),
);
