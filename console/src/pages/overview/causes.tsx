import { useRunMode } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { RefusalsDocument, type RefusalsQuery } from '../../generated/operations.ts';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState, Pending } from '../../parts/states.tsx';
import { issuerAnswer } from '../../texts/issuer-answers.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import type { Language } from '../../texts/words.ts';
import { everyMs, statusesOf } from './figures.ts';
import styles from './overview.module.css';
import { texts } from './texts.ts';
import { Count } from './tiles.tsx';

type Refused = RefusalsQuery['payments']['edges'][number]['node'];

/** Why banks refused: the code that each gave, of the newest refusals of the period. */
export function Causes({ created }: { readonly created: { readonly from: string; readonly to: string } }) {
  const said = useTexts(texts);
  const { target } = useTexts(vocabulary);
  const { language } = useLanguage();
  const runMode = useRunMode();
  // The payments that the tile counts, as often.
  const asked = useAsk(RefusalsDocument, { filter: { runMode, created, status: statusesOf('refused') } }, { everyMs });
  const { data } = asked;
  const refused = data?.payments.edges.map(({ node }) => node) ?? [];
  const causes = countCauses(refused, language);
  const most = causes[0]?.count ?? 1;
  return (
    <Panel title={said.causes} isFlush>
      <Pending asked={asked} lines={3} />
      {data && causes.length === 0 && <EmptyState title={said.noRefusals} />}
      {causes.length > 0 && (
        <>
          <table className={styles.table} aria-label={said.causes}>
            <thead>
              <tr>
                <th scope="col">{said.cause}</th>
                <th scope="col">{said.count}</th>
              </tr>
            </thead>
            <tbody>
              {causes.slice(0, 8).map(({ cause, meaning, from, count }) => (
                <tr key={`${from} ${cause} ${meaning}`}>
                  <th scope="row">
                    {target[from]} · {cause ?? said.noCause}
                    {meaning !== null && <span className={styles.meaning}> · {meaning}</span>}
                    <svg className={styles.share} width={`${(count / most) * 100}%`} aria-hidden="true">
                      <rect width="100%" height="100%" rx="3" fill="currentColor" />
                    </svg>
                  </th>
                  <td>
                    <Count of={count} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.note}>{said.causesText(refused.length, !data?.payments.pageInfo.hasNextPage)}</p>
        </>
      )}
    </Panel>
  );
}

type Cause = {
  readonly cause: string | null;
  readonly meaning: string | null;
  readonly from: Refused['paymentTarget'];
  readonly count: number;
};

function countCauses(refused: readonly Refused[], language: Language): readonly Cause[] {
  const found = new Map<string, Cause>();
  for (const { paymentTarget, paymentType, attempts, debitFailure } of refused) {
    const last = [...attempts].sort((one, other) => other.number - one.number)[0];
    const cause = debitFailure?.code ?? last?.bankCode ?? null;
    const ofCard = paymentType === 'CB' && cause !== null ? issuerAnswer(language, cause) : null;
    const meaning = debitFailure?.meaning ?? ofCard;
    const key = `${paymentTarget} ${cause} ${meaning}`;
    found.set(key, { cause, meaning, from: paymentTarget, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}
