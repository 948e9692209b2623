import type { OverviewQuery } from '../../generated/operations.ts';
import { Panel } from '../../parts/panel.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import { allOf, figuresBy } from './figures.ts';
import styles from './overview.module.css';
import { texts } from './texts.ts';
import { Count } from './tiles.tsx';
import { Wide } from './wide.tsx';

type Props = {
  readonly totals: OverviewQuery['byMeans'];
  readonly created: { readonly from: string; readonly to: string };
};

/** Each target and type: what was asked for, what was paid, what was refused and given back. */
export function Means({ totals, created }: Props) {
  const said = useTexts(texts);
  const { target, type } = useTexts(vocabulary);
  const kinds = new Map(totals.map((total) => [`${total.paymentTarget} ${total.paymentType}`, total]));
  const rows = [...figuresBy(totals, ({ paymentTarget, paymentType }) => `${paymentTarget} ${paymentType}`)]
    .map(([key, figures]) => ({ key, figures, kind: kinds.get(key), all: allOf(figures) }))
    .sort((one, other) => other.all.count - one.all.count);
  return (
    <Panel title={said.byMeans} isFlush>
      <Wide title={said.byMeans}>
        <table className={`${styles.table} ${styles.means}`} aria-label={said.byMeans}>
          <thead>
            <tr>
              <th scope="col">{said.means}</th>
              <th scope="col">{said.initiated}</th>
              <th scope="col">{said.outcome.paid}</th>
              <th scope="col">{said.receivedAmount}</th>
              <th scope="col">{said.outcome.refused}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, figures, kind, all }) => (
              <tr key={key}>
                <th scope="row">
                  {kind?.paymentTarget && kind.paymentType && (
                    <To
                      to="/payments"
                      search={{
                        ...{ createdFrom: created.from, createdTo: created.to },
                        ...{ paymentTarget: kind.paymentTarget, paymentType: kind.paymentType },
                      }}
                    >
                      {type[kind.paymentType]} · {target[kind.paymentTarget]}
                    </To>
                  )}
                </th>
                <td data-head={said.initiated}>
                  <Count of={all.count} />
                </td>
                <td data-head={said.outcome.paid}>
                  <Count of={figures.paid.count} />
                </td>
                <td>
                  <Money cents={figures.paid.cents} />
                </td>
                <td data-head={said.outcome.refused}>
                  <Count of={figures.refused.count} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  );
}
