import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the old service did with a request, what the legacy door does, and the tests of it: `file title`. */
const wireSections = z.array(
  z.strictObject({
    title: z.string(),
    points: z.array(z.strictObject({ before: z.string(), here: z.string(), tests: z.array(z.string()) })),
  }),
);

export const readWireSections = (): z.output<typeof wireSections> =>
  wireSections.parse(JSON.parse(readFileSync(new URL('../../test/rest/legacy-wire.json', import.meta.url), 'utf8')));

/** The page of every point of the old wire, from the list that the tests hold. */
export function describeLegacyWire(): string {
  return [
    '# The old service on the wire, point by point',
    '',
    'Written by `npm run codegen` from `test/rest/legacy-wire.json`. A test checks that each test that is named here',
    'exists, and that each point without a test has a reason. Tests are in `test/rest`. A link leads to the reason of a',
    'difference.',
    '',
    ...readWireSections().flatMap(({ title, points }) => [
      `## ${title}`,
      '',
      '| the old service | here | tests |',
      '| --- | --- | --- |',
      ...points.map(({ before, here, tests }) => `| ${before} | ${here} | ${tests.join('<br>')} |`),
      '',
    ]),
  ].join('\n');
}
