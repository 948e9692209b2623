import type { Response } from 'express';
import { GraphQLError } from 'graphql';
import type { RequestErrorCode } from '../../../kernel/errors.ts';

/** A refusal before anything is executed, in the form in which GraphQL clients look for errors. Never echoes the request. */
export function sendGraphqlError(response: Response, status: number, code: RequestErrorCode, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}

/** The same as an error of GraphQL. `http` is for Yoga: status and headers, where the answer is one error. */
export const requestError = (code: RequestErrorCode, message: string, http?: object): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...(http && { http }) } });
