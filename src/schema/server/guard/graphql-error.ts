import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { RequestErrorCode } from '../../../kernel/errors.ts';

/** A refusal before anything is executed, in the form in which GraphQL clients look for errors. Never echoes the request. */
export function sendGraphqlError(
  response: ServerResponse,
  status: number,
  code: RequestErrorCode,
  message: string,
): void {
  const text = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

/** The same as an error of GraphQL. `http` is for Yoga: status and headers, where the answer is one error. */
export const requestError = (code: RequestErrorCode, message: string, http?: object): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...(http && { http }) } });
