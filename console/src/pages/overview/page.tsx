import { useCallback, useMemo } from 'react';
import { oneOf, useAddress } from '../../api/address.ts';
import { useRunMode } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { OverviewDocument, type OverviewQuery, SameWeekdaysDocument } from '../../generated/operations.ts';
import { NoPayments } from '../../parts/business/no-payments.tsx';
import { useToday } from '../../parts/hooks/use-today.ts';
import { daysBefore } from '../../parts/lists/paris-days.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { dayInWords } from '../../parts/values/when.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import { Causes } from './causes.tsx';
import { Chart, type Series } from './chart.tsx';
import {
  allOf,
  everyMs,
  type Figures,
  figuresBy,
  noFigures,
  outcomes,
  type Period,
  periods,
  rangeBefore,
  rangeOf,
  stepOf,
  stepsOf,
  sumOf,
} from './figures.ts';
import { Means } from './means.tsx';
import styles from './overview.module.css';
import { texts } from './texts.ts';
import { MoneyTiles, Tiles } from './tiles.tsx';
import { Waiting } from './waiting.tsx';

export function OverviewPage() {
  const said = useTexts(texts);
  const [{ period = 'day' }, change] = useAddress({ period: oneOf(periods) });
  return (
    <>
      <PageHead
        title={said.title}
        actions={<Periods period={period} onChange={(next) => change({ period: next })} />}
      />
      <Waiting />
      <PeriodFigures period={period} />
    </>
  );
}

type PeriodsProps = { readonly period: Period; readonly onChange: (period: Period) => void };

function Periods({ period, onChange }: PeriodsProps) {
  const said = useTexts(texts);
  return (
    <fieldset className={styles.periods}>
      <legend className="visually-hidden">{said.period}</legend>
      {periods.map((one) => (
        <label key={one}>
          <input type="radio" name="period" checked={one === period} onChange={() => onChange(one)} />
          <span>{said.periods[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Numbers and charts of a period, against the one before. */
function PeriodFigures({ period }: { readonly period: Period }) {
  const said = useTexts(texts);
  const runMode = useRunMode();
  const today = useToday();
  const created = rangeOf(period, today);
  const now = useAsk(OverviewDocument, { runMode, created }, { everyMs });
  const before = useAsk(OverviewDocument, { runMode, created: rangeBefore(period, today) });
  const weekdays = useAsk(
    SameWeekdaysDocument,
    { runMode, created: { from: daysBefore(today, 56), to: today } },
    { enabled: period === 'day', everyMs },
  );
  if (now.error) return <ErrorState fault={now.error} retry={() => void now.refetch()} />;
  // All at once: the comparison and the charts would push down what is shown before them.
  if (!now.data || !before.isFetched || (period === 'day' && !weekdays.isFetched)) return <Skeleton lines={9} />;
  const sums = sumOf(figuresBy(now.data.byDay, () => '').values());
  const sumsBefore = before.data ? sumOf(figuresBy(before.data.byDay, () => '').values()) : null;
  const byDay = period === 'day' ? weekdays.data?.paymentTotals : now.data.byDay;
  return (
    <>
      <Panel title={said.figures} isFlush>
        <Tiles now={sums} before={sumsBefore} period={period} created={created} />
      </Panel>
      {byDay && <Charts period={period} today={today} totals={byDay} />}
      {allOf(sums).count === 0 ? (
        <Panel>
          {period === 'year' ? <NoPayments title={said.none} /> : <EmptyState title={said.none} text={said.noneText} />}
        </Panel>
      ) : (
        <>
          <Means totals={now.data.byMeans} created={created} />
          <div className={styles.columns}>
            <Panel title={said.money} isFlush>
              <MoneyTiles now={sums} />
            </Panel>
            <Causes created={created} />
          </div>
        </>
      )}
    </>
  );
}

type ChartsProps = {
  readonly period: Period;
  readonly today: string;
  readonly totals: OverviewQuery['byDay'];
};

function Charts({ period, today, totals }: ChartsProps) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { steps, byCount, byAmount, isEmpty } = useMemo(() => {
    const found = figuresBy(totals, ({ day }) => stepOf(period, day ?? ''));
    const steps = stepsOf(period, today);
    const rows: readonly Figures[] = steps.map((step) => found.get(step) ?? noFigures);
    const byCount: readonly Series[] = outcomes.map((name) => ({
      ...{ name: said.outcome[name], colour: name, values: rows.map((row) => row[name].count) },
    }));
    const byAmount: readonly Series[] = [
      { name: said.receivedAmount, colour: 'paid', values: rows.map(({ paid }) => paid.cents) },
    ];
    return { steps, byCount, byAmount, isEmpty: !steps.some((step) => found.has(step)) };
  }, [totals, period, today, said]);
  const stepText = useCallback((step: string) => stepTextOf(step, language), [language]);
  const countText = useCallback((count: number) => count.toLocaleString(locales[language]), [language]);
  const shortMoney = useCallback((cents: number) => shortMoneyOf(cents, language), [language]);
  if (isEmpty) return null;
  const shared = { steps, stepText, stepHead: period === 'year' ? said.month : said.day };
  return (
    <div className={styles.columns}>
      <Chart {...shared} title={said.perStep[period]} series={byCount} valueText={countText} axisText={countText} />
      <Chart
        {...shared}
        title={said.received[period]}
        series={byAmount}
        valueText={(cents) => moneyText(cents, language)}
        axisText={shortMoney}
      />
    </div>
  );
}

/** `27 nov.`; of a month `nov. 26`. */
function stepTextOf(step: string, language: 'fr' | 'en'): string {
  const isMonth = step.length === 7;
  const parts = isMonth
    ? ({ month: 'short', year: '2-digit' } as const)
    : ({ day: 'numeric', month: 'short' } as const);
  const written = new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: 'UTC' }).format(new Date(step));
  return dayInWords(written, language);
}

/** For an axis: `12 k€`. */
const shortMoneyOf = (cents: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(locales[language], {
    ...{ style: 'currency', currency: 'EUR', notation: 'compact', maximumFractionDigits: 1 },
  }).format(cents / 100);
