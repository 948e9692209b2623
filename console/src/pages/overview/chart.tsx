import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { Button } from '../../parts/button.tsx';
import { useMatches } from '../../parts/hooks/use-matches.ts';
import { Panel } from '../../parts/panel.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './overview.module.css';
import { texts } from './texts.ts';
import { Wide } from './wide.tsx';

export type Series = {
  readonly name: string;
  /** A class of this page's style, whose `color` the bars have. */
  readonly colour: string;
  /** One for each step. */
  readonly values: readonly number[];
};

type Props = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly stepHead: string;
  readonly stepText: (step: string) => string;
  readonly series: readonly Series[];
  readonly valueText: (value: number) => string;
  /** For the axis, which has little room. */
  readonly axisText: (value: number) => string;
};

/** Stacked bars, and the same figures as a table: a chart alone is for eyes alone. */
export function Chart(props: Props) {
  const said = useTexts(texts);
  const [isTable, setTable] = useState(false);
  const { title, steps, series } = props;
  const change = isTable ? said.showChart : said.showTable;
  return (
    <Panel
      title={title}
      isFlush={isTable}
      actions={
        <Button kind="plain" isSmall worksOffline label={`${change}, ${title}`} onPress={() => setTable(!isTable)}>
          {change}
        </Button>
      }
    >
      {isTable ? (
        <Wide title={title}>
          <ChartTable {...props} />
        </Wide>
      ) : (
        <>
          <Bars {...props} key={`${steps[0]} ${steps.length}`} />
          {series.length > 1 && (
            <ul className={styles.legend} aria-hidden="true">
              {series.map(({ name, colour }) => (
                <li key={name} className={styles[colour]}>
                  <span>{name}</span>
                </li>
              ))}
            </ul>
          )}
          <div className={styles.unseen}>
            <ChartTable {...props} />
          </div>
        </>
      )}
    </Panel>
  );
}

function ChartTable({ title, steps, stepHead, stepText, series, valueText }: Props) {
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{stepHead}</th>
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={step}>
            <th scope="row">{stepText(step)}</th>
            {series.map(({ name, values }) => (
              <td key={name}>{valueText(values[index] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const height = 220;

function Bars({ steps, stepText, series, axisText }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // They change with the colours.
  const themes = [useMatches('(prefers-color-scheme: dark)'), useMatches('(forced-colors: active)')].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const at = place.current;
    if (!at) return;
    const chart = new uPlot(optionsOf(at, { steps, stepText, series, axisText }), stacked(series, steps.length), at);
    const watch = new ResizeObserver(() => chart.setSize({ width: at.clientWidth, height }));
    watch.observe(at);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [steps, series, stepText, axisText, themes]);
  return <div className={styles.chart} ref={place} aria-hidden="true" />;
}

/** Each series stands on the one before. The tallest is drawn first, so that the others cover it. */
function stacked(series: readonly Series[], length: number): uPlot.AlignedData {
  const places = Array.from({ length }, (_, index) => index);
  let below = places.map(() => 0);
  const sums = series.map(({ values }) => {
    below = below.map((sum, index) => sum + (values[index] ?? 0));
    return below;
  });
  return [places, ...sums.reverse()];
}

/** Between the lines of the grid: no half payments. */
const wholeSteps = Array.from({ length: 12 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat();

type Drawn = Pick<Props, 'steps' | 'stepText' | 'series' | 'axisText'>;

function optionsOf(at: HTMLElement, { steps, stepText, series, axisText }: Drawn): uPlot.Options {
  const ink = colourOf(at, 'axis');
  const line = colourOf(at, 'grid');
  const font = `12px ${getComputedStyle(at).fontFamily}`;
  const bars = uPlot.paths.bars?.({ size: [0.7, 48], radius: 0.08 });
  // No values between two steps, and no date: the steps are texts.
  const every = Math.max(1, Math.ceil(steps.length / Math.max(2, Math.floor(at.clientWidth / 90))));
  const marks = steps.map((_, index) => index).filter((index) => (steps.length - 1 - index) % every === 0);
  return {
    width: at.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [-0.6, steps.length - 0.4] },
      y: { range: (_chart, _low, high) => [0, high > 0 ? high * 1.05 : 1] },
    },
    axes: [
      {
        ...{ stroke: ink, font, grid: { show: false }, ticks: { show: false }, gap: 6, size: 30 },
        splits: () => marks,
        values: (_chart, splits) => splits.map((split) => stepText(steps[split] ?? '')),
      },
      {
        ...{ stroke: ink, font, grid: { stroke: line, width: 1 }, ticks: { show: false }, size: 64 },
        incrs: wholeSteps,
        // Cents that are the same euros are said once.
        values: (_chart, splits) =>
          splits.map(axisText).map((text, index, all) => (text === all[index - 1] ? '' : text)),
      },
    ],
    series: [
      {},
      ...[...series].reverse().map(({ name, colour }) => {
        const fill = colourOf(at, colour);
        return { label: name, fill, stroke: line, width: 0, ...(bars && { paths: bars }), points: { show: false } };
      }),
    ],
  };
}

/** A canvas knows no variables: the browser says which colour a class has now. */
function colourOf(at: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  probe.className = styles[name] ?? '';
  at.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
