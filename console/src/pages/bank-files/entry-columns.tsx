import type { BankFileEntryOutcome } from '../../generated/operations.ts';
import type { Column } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { fileTexts } from './file-texts.ts';
import { outcomeTones } from './outcomes.ts';
import { texts } from './texts.ts';

type Entry = {
  readonly outcome: BankFileEntryOutcome;
  readonly payment: { readonly id: string; readonly reference: string } | null;
  readonly bookedOn: string | null;
};

/** What is shown of an entry before and after the import. */
export function useEntryColumns<Row extends Entry>(
  amountOf: (row: Row) => { readonly cents: number; readonly isCredit: boolean },
): Readonly<Record<'outcome' | 'amount' | 'payment' | 'booked', Column<Row>>> {
  const said = useTexts(fileTexts);
  const { outcomes } = useTexts(texts);
  return {
    outcome: {
      ...{ id: 'outcome', head: said.outcome, narrow: 'title' },
      cell: ({ outcome }) => <Status tone={outcomeTones[outcome]}>{outcomes[outcome]}</Status>,
    },
    amount: {
      ...{ id: 'amount', head: said.amount, narrow: 'end', align: 'end' },
      cell: (row) => {
        const { cents, isCredit } = amountOf(row);
        return (
          <>
            {!isCredit && '−\u00a0'}
            <Money cents={cents} />
          </>
        );
      },
    },
    payment: {
      ...{ id: 'payment', head: said.payment, narrow: 'sub' },
      cell: ({ payment }) => payment && <To to={`/payments/${payment.id}`}>{payment.reference}</To>,
    },
    booked: {
      ...{ id: 'booked', head: said.booked, narrow: 'sub' },
      cell: ({ bookedOn }) => bookedOn !== null && <When at={bookedOn} />,
    },
  };
}
