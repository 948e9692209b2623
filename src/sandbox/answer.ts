import type { Response } from 'express';
import type { BankName } from './bank.ts';
import { type AskedOperation, answerFaults, type Fault } from './faults.ts';
import type { State } from './state.ts';

/** A simulator's answer to a question of a shop's server. */
export type Answer = { readonly type: string; readonly body: Buffer };

export type Asked = {
  readonly bank: BankName;
  /** The payment that it is about, where one can tell. */
  readonly reference: string | null;
  readonly operation: AskedOperation;
  /** Executes the request. */
  act(): Answer;
};

/** Answers, or fails to, as the fault scripts want it: one script for one question. */
export function answerAsked(state: State, asked: Asked, response: Response): void {
  const [fault] = state.takeFaults({ ...asked, kinds: answerFaults, limit: 1 });
  if (fault?.moment === 'BEFORE') misbehave(response, fault, { type: 'text/plain', body: Buffer.from('not done') });
  else if (fault === undefined) sendAnswer(response, 200, asked.act());
  else misbehave(response, fault, asked.act());
}

export function sendAnswer(response: Response, status: number, { type, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length, 'Cache-Control': 'no-store' });
  response.end(body);
}

function misbehave(response: Response, fault: Fault, answer: Answer): void {
  const { type, body } = answer;
  switch (fault.kind) {
    case 'TIME_OUT': {
      const timer = setTimeout(() => response.destroy(), fault.delayMs);
      response.on('close', () => clearTimeout(timer));
      break;
    }
    case 'ANSWER_500':
      sendAnswer(response, 500, { type: 'text/plain', body: Buffer.from('Internal Server Error') });
      break;
    case 'ANSWER_HTML':
      sendAnswer(response, 200, { type: 'text/html', body: Buffer.from('<!doctype html><title>Maintenance</title>') });
      break;
    case 'HALF_BODY':
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      break;
    default:
      response.destroy();
  }
}
