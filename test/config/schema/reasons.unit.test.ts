import { expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, readConfig } from '../../../src/config/config.ts';
import { reasonInWords } from '../../../src/config/schema/reasons.ts';

const modes = z.enum(['TEST', 'LIVE', 'FORCE_LIVE']);

it.each<[z.ZodType, unknown, string]>([
  [z.string(), 5, 'must be text'],
  [z.number(), '5', 'must be a number'],
  [z.int(), 1.5, 'must be a whole number'],
  [z.boolean(), 'yes', 'must be true or false'],
  [z.array(z.string()), 'a', 'must be a list'],
  [z.tuple([z.string()], z.string()), { env: 'KEY' }, 'must be a list'],
  [z.strictObject({}), [], 'must be an object'],
  [z.record(z.string(), z.string()), 'a', 'must be an object'],
  [modes, 'live', 'must be one of TEST, LIVE, FORCE_LIVE. Did you mean LIVE?'],
  [modes, 'nothing', 'must be one of TEST, LIVE, FORCE_LIVE'],
  [modes, 5, 'must be one of TEST, LIVE, FORCE_LIVE'],
  [z.literal('LATER'), 'now', 'must be LATER'],
  [z.number().min(2), 1, 'must be 2 or more'],
  [z.number().positive(), 0, 'must be more than 0'],
  [z.number().max(600), 601, 'must be 600 or less'],
  [z.number().lt(1), 1, 'must be less than 1'],
  [z.string().min(1), '', 'must not be empty'],
  [z.string().min(3), 'ab', 'must have 3 characters at least'],
  [z.string().max(2), 'abc', 'must have 2 characters at most'],
  [z.array(z.string()).min(1), [], 'must not be empty'],
  [z.array(z.string()).max(1), ['a', 'b'], 'must have 1 entries at most'],
  [z.string().min(3, 'its own words'), 'ab', 'its own words'],
])('%# says in plain words that a value %s', (schema, value, message) => {
  const { error } = schema.safeParse(value, { reportInput: true, error: reasonInWords });
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});

it('says it of a variable of the environment, and ends a question as one', () => {
  expect(() => readConfig({ LOG_LEVEL: 'infos' })).toThrow(
    new ConfigError([
      'environment variable LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent. Did you mean info?',
    ]),
  );
});
