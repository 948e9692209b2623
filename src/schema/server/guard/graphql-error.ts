import type { Response } from 'express';

/** A refusal before anything is executed, in the form in which GraphQL clients look for errors. Never echoes the request. */
export function sendGraphqlError(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
