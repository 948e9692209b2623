import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const rule = z.object({ alert: z.string(), annotations: z.object({ when: z.string(), action: z.string() }) });
const alertFile = z.object({ groups: z.array(z.object({ rules: z.array(rule) })) });

/** The page of what to do about each alert, from the rules themselves. */
export function describeAlerts(): string {
  const content = readFileSync(new URL('../../deploy/alerts.yaml', import.meta.url), 'utf8');
  const rules = alertFile.parse(parse(content)).groups.flatMap((group) => group.rules);
  return [
    '# Respond to an alert',
    '',
    'Written by `npm run codegen` from [deploy/alerts.yaml](../../deploy/alerts.yaml), the rules for Prometheus. Also watch log',
    'lines at `error`, disk usage above 80 %, the replication lag of PostgreSQL, and certificates that expire.',
    '',
    '| alert | when | action |',
    '|---|---|---|',
    ...rules.map(({ alert, annotations: { when, action } }) => `| \`${alert}\` | ${when} | ${linked(action)} |`),
    '',
  ].join('\n');
}

/** An address below `docs/how-to/` becomes a link, named by its heading. */
const linked = (text: string): string =>
  text.replaceAll(
    /docs\/how-to\/([\w-]+)\.md#([\w-]+)/g,
    (_all, page: string, anchor: string) => `[${anchor.replaceAll('-', ' ')}](${page}.md#${anchor})`,
  );
