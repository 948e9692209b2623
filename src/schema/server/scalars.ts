import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';
import { builder } from '../builder.ts';
import { requestError } from './guard/graphql-error.ts';

/** Checks only the kind of a value. The use case checks the value itself, so that both doors refuse a bad one alike. */

/** Of a value in the variables, or of one that stands in the document: that one has a place. */
function kindError(name: string, wanted: string, literal?: ValueNode): GraphQLError {
  const message = `${name} is ${wanted}.`;
  const { extensions } = requestError('BAD_USER_INPUT', message);
  return new GraphQLError(message, { ...(literal && { nodes: literal }), extensions });
}

const stringScalar = (name: 'EmailAddress' | 'URL' | 'Date', description: string): void => {
  builder.scalarType(name, {
    description,
    serialize: (value) => value,
    parseValue: (value) => {
      if (typeof value !== 'string') throw kindError(name, 'a string');
      return value;
    },
    parseLiteral: (node: ValueNode) => {
      if (node.kind !== Kind.STRING) throw kindError(name, 'a string', node);
      return node.value;
    },
  });
};

stringScalar('EmailAddress', 'An e-mail address, for instance `a.client@example.fr`.');
stringScalar('URL', 'An absolute web address.');
stringScalar('Date', 'A day of the calendar: `2026-12-11`.');

builder.scalarType('Cents', {
  description:
    'A whole number of cents, for instance `1250` for 12.50 €. Goes in as a number or a string of digits, comes out as a number.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'number' && typeof value !== 'string')
      throw kindError('Cents', 'a number or a string of digits');
    return String(value);
  },
  // The digits as they were written: a float literal is refused with its field's name, not rounded.
  parseLiteral: (node: ValueNode) => {
    if (node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING) return node.value;
    throw kindError('Cents', 'a number or a string of digits', node);
  },
});

builder.scalarType('FormValues', {
  description: 'The fields of a form as one object, in their order: each name with its value. It only comes out.',
  serialize: (value) => value,
  parseValue: () => {
    throw kindError('FormValues', 'nothing that goes in');
  },
});

builder.addScalarType('DateTime', DateTimeResolver, {
  description: 'A moment in UTC, RFC 3339: `2026-11-25T09:30:00.000Z`.',
});
