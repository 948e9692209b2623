import { Panel } from '../../parts/panel.tsx';
import { Money } from '../../parts/values/money.tsx';
import { PaymentStatus } from '../../parts/values/status.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './batch.module.css';
import type { Batch } from './batch.ts';
import { texts } from './texts.ts';

/** Its debits by what their payments are now: number, sum, and share of the total. */
export function Report({ batch: { outcomes, total } }: { readonly batch: Batch }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const share = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 });
  if (outcomes.length === 0) return null;
  return (
    <Panel title={said.report}>
      <table className={styles.report}>
        <thead>
          <tr>
            <th scope="col">{said.status}</th>
            <th scope="col">{said.debits}</th>
            <th scope="col">{said.amount}</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ status, debits, total: sum }) => (
            <tr key={status}>
              <th scope="row">
                <PaymentStatus status={status} />
              </th>
              <td>{debits}</td>
              <td>
                <Money cents={sum.cents} />
              </td>
              <td>{share.format(total.cents === 0 ? 0 : sum.cents / total.cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
