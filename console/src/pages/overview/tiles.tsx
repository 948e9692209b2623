import type { ReactNode } from 'react';
import { To } from '../../parts/to.tsx';
import { countText } from '../../parts/values/count.ts';
import { Money } from '../../parts/values/money.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import { allOf, changeOf, type Figure, type Figures, type Outcome, type Period, statusesOf } from './figures.ts';
import styles from './overview.module.css';
import { texts } from './texts.ts';

const shown: readonly Outcome[] = ['paid', 'refused', 'waiting', 'givenBack'];

type TilesProps = {
  readonly now: Figures;
  readonly before: Figures | null;
  readonly period: Period;
  readonly created: { readonly from: string; readonly to: string };
};

/** How many, how much, and how that compares; each leads to its list. */
export function Tiles({ now, before, period, created }: TilesProps) {
  const said = useTexts(texts);
  const days = { createdFrom: created.from, createdTo: created.to };
  // What began lately has had less time to end: how much more is under way says nothing.
  const then = (name: string, of: (figures: Figures) => Figure): Figure | null =>
    before && name !== said.outcome.waiting ? of(before) : null;
  const tile = (name: string, of: (figures: Figures) => Figure, statuses?: readonly string[]): ReactNode => (
    <Tile key={name} {...{ name, period }} now={of(now)} before={then(name, of)}>
      <To to="/payments" search={{ ...days, ...(statuses && { status: statuses }) }}>
        <span className="visually-hidden">{name}</span> <Count of={of(now).count} />
      </To>
    </Tile>
  );
  return (
    <>
      <dl className={styles.tiles}>
        {tile(said.initiated, allOf)}
        {shown.map((name) => tile(said.outcome[name], (figures) => figures[name], statusesOf(name)))}
      </dl>
      {before && allOf(before).count > 0 && <p className={styles.note}>{said.before[period]}</p>}
    </>
  );
}

type TileProps = {
  readonly name: string;
  readonly now: Figure;
  readonly before: Figure | null;
  readonly period: Period;
  readonly children: ReactNode;
};

function Tile({ name, now, before, period, children }: TileProps) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const change = before && changeOf(now.count, before.count);
  // A day that has only begun would be “−100 %” each morning.
  const compared = period === 'day' ? said.aWeekAgo(countText(before?.count ?? 0, language)) : said.change(change ?? 0);
  return (
    <div>
      <dt>{name}</dt>
      <dd className={styles.number}>{children}</dd>
      <dd className={styles.under}>
        <Money cents={now.cents} />
        {change !== null && <> · {compared}</>}
      </dd>
    </div>
  );
}

export function Count({ of }: { readonly of: number }) {
  return <>{of.toLocaleString(locales[useLanguage().language])}</>;
}

/** Money awaited, received and given back. */
export function MoneyTiles({ now }: { readonly now: Figures }) {
  const said = useTexts(texts);
  const all: readonly (readonly [string, Figure])[] = [
    [said.awaited, now.waiting],
    [said.receivedMoney, now.paid],
    [said.returned, now.givenBack],
  ];
  return (
    <>
      <dl className={styles.tiles}>
        {all.map(([name, { cents, count }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={styles.number}>
              <Money cents={cents} />
            </dd>
            <dd className={styles.under}>{said.payments(count)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{said.moneyText}</p>
    </>
  );
}
