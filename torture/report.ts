import { type FindingKind, findingKinds } from './check/findings.ts';
import type { RunReport, RunSettings } from './rig.ts';

/** What a run found, for a person. */
export function describeReport(settings: RunSettings, report: RunReport): string {
  const { findings, initiations, deaths, troubles, points, forgottenWrites, requestsLost, checked, folder } = report;
  const counts = findings.counts();
  const named = (numbers: Readonly<Record<string, number>>): string =>
    Object.entries(numbers)
      .map(([name, number]) => `${number} ${name.toLowerCase().replaceAll('_', ' ')}`)
      .join(', ');
  const command = [
    `npm run torture -- --store ${settings.store} --seed ${settings.seed}`,
    `--initiations ${settings.initiations} --kills ${settings.kills} --rate ${settings.perSecond}`,
    ...(settings.broken === null ? [] : [`--broken ${settings.broken}`]),
  ].join(' ');
  return [
    '',
    `  ${initiations} initiations, ${deaths} processes killed, ${Math.round(report.seconds)} s`,
    `  trouble      ${named(troubles)}`,
    `  died at      ${named(points) || 'no named point'}`,
    `  power cuts   ${forgottenWrites === null ? 'none: not on this store, or no C compiler' : `took back ${forgottenWrites} writes that were not synced`}`,
    `  lost         ${requestsLost} requests without an answer, or with one that says to come again`,
    `  compared     ${named(checked)}`,
    '',
    ...Object.entries(findingKinds).map(
      ([kind, words]) => `  ${String(counts[kind as FindingKind]).padStart(6)}  ${words}`,
    ),
    '',
    ...findings.examples().map(({ kind, what }) => `  ${findingKinds[kind]}: ${what}`),
    ...(findings.total() > 0 ? [''] : []),
    ...(folder === null ? [] : [`  The run's folder: ${folder}`]),
    `  Again: ${command}`,
    '',
  ].join('\n');
}
