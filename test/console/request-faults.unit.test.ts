import { expect, it } from 'vitest';
import { requestFaults } from '../../console/src/texts/request-faults.ts';
import { requestErrors } from '../../src/kernel/errors.ts';

it.each(Object.keys(requestErrors))('the console says in both languages what %s means', (code) => {
  expect(requestFaults.fr[code]).toMatch(/^[A-ZÀÉ].+\.$/);
  expect(requestFaults.en[code]).toMatch(/^[A-Z].+\.$/);
  expect(requestFaults.fr[code]).not.toBe(requestFaults.en[code]);
});
