import { describe, expect, it } from 'vitest';
import { batched, debited, openForDebits } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';

/** A Wednesday, 25 November 2026. */
describe.each(drawnDatabases())('debits that wait for a file ($name)', ({ open }) => {
  const { gateway, newClient } = openForDebits({ open });
  const ask = async (query: string) => (await askGraphql(gateway, query)).data;
  const preview = (cutOff: string) =>
    ask(`{ previewDirectDebitBatch(input: { idSociete: "1", runMode: TEST, cutOff: "${cutOff}" }) {
      ... on PreviewDirectDebitBatchSuccess {
        schemes { scheme debits total { cents } heldBack { paymentId } moreIsDue }
      }
      ... on InvalidInputError { path }
    } }`);
  const calendar = () =>
    ask(`{ directDebitCalendar(idSociete: "1", runMode: TEST) {
      ... on DirectDebitCalendar { days { dueDate scheme debits total { cents } fileFrom fileUntil } }
    } }`);
  const nothing = { debits: 0, total: { cents: 0 }, heldBack: [], moreIsDue: false };

  it('are previewed, and nothing is written', async () => {
    expect(await calendar()).toEqual({ directDebitCalendar: { days: [] } });
    const idClient = newClient();
    const { rum: mandate } = await signed(gateway, { idClient });
    for (const amount of [1000, 250]) await debited(gateway, { idClient, mandate, amount });
    const day = { dueDate: '2026-12-09', scheme: 'CORE', fileFrom: '2026-11-25', fileUntil: '2026-12-07' };
    const days = [{ ...day, debits: 2, total: { cents: 1250 } }];
    expect(await calendar()).toEqual({ directDebitCalendar: { days } });
    const [core, ...others] = [
      { scheme: 'CORE', ...nothing, debits: 2, total: { cents: 1250 } },
      { scheme: 'B2B', ...nothing },
    ];
    expect(await preview('2026-12-09')).toMatchObject({ previewDirectDebitBatch: { schemes: [core, ...others] } });
    expect(await preview('2026-12-08')).toMatchObject({ previewDirectDebitBatch: { schemes: [{ debits: 0 }, {}] } });
    expect(await calendar()).toEqual({ directDebitCalendar: { days } });

    const { batches } = await batched(gateway, { cutOff: '2026-12-09' });
    expect(batches).toMatchObject([{ scheme: 'CORE' }]);
    expect(await calendar()).toEqual({ directDebitCalendar: { days: [] } });
  });

  it('are refused with the place of the fault', async () => {
    expect(await preview('tomorrow')).toEqual({ previewDirectDebitBatch: { path: ['cutOff'] } });
  });
});
