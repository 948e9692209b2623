import express from 'express';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasJson } from '../../../src/schema/server/guard/request-parameters.ts';

const part = fc.constantFrom(
  ...['application', 'text', '/', 'json', 'graphql', '+json', ';', ' ', '\t', '\u00a0', ',', '*', '"'],
  ...['charset=utf-8', 'Application/JSON', 'application/json', 'application/graphql+json', 'application/x+json'],
);
const type = fc.option(
  fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
  { nil: undefined },
);
const length = fc.constantFrom(undefined, '', '0', '12');
const transfer = fc.constantFrom(undefined, 'chunked', '');

test('a request has a body of JSON where Express says so', () => {
  fc.assert(
    fc.property(type, length, transfer, (type, length, transfer) => {
      const headers = { 'content-type': type, 'content-length': length, 'transfer-encoding': transfer };
      const request = { headers } as unknown as express.Request;
      const types = ['application/json', 'application/graphql+json'];
      expect(hasJson(request)).toBe(Boolean(express.request.is.call(request, types)));
    }),
    { numRuns: 3000 },
  );
});
