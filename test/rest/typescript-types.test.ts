import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForGroup } from '../support/open-for.ts';
import { startDocumentedGateway } from '../support/rest/documented-gateway.ts';

const modules = path.resolve(import.meta.dirname, '../../node_modules');
const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  types: ['node'],
  skipLibCheck: true,
};

/** A program that uses the types: the compiler sees all of it, and the right program then runs. */
const program = `
import { JsonServiceClient } from '@servicestack/client';
import { PaymentRunMode, PaymentStatus, PaymentTarget, PaymentType, payment_initiate } from './types.js';

export async function pay(url: string): Promise<[string, PaymentStatus, string | undefined]> {
  const client = new JsonServiceClient(url);
  const payment = await client.send(new payment_initiate({
    payment_target: PaymentTarget.PAYBOX,
    payment_run_mode: PaymentRunMode.TEST,
    payment_type: PaymentType.CB,
    id_origin: 'web',
    id_societe: '1',
    id_client: '2263',
    id_commande: 'types',
    type_paiement: PaymentType.CB,
    amount: '1250',
    email: 'a.client+types@example.fr',
    commentaire: 'été & « ça » 1+1',
  }));
  return [payment.amount, payment.status, payment.commentaire];
}

export async function transfer(url: string): Promise<string | undefined> {
  const request = new payment_initiate({
    payment_target: PaymentTarget.MILLIET,
    payment_run_mode: PaymentRunMode.TEST,
    payment_type: PaymentType.SEPA,
    id_origin: 'compta', id_societe: '1', id_client: '2263', type_paiement: PaymentType.SEPA,
    amount: '1250', email: 'a.client@example.fr',
  });
  return (await new JsonServiceClient(url).useBasePath().post(request)).bank_transfer?.iban;
}
`;

let folder: string;
const documented = openForGroup(() => startDocumentedGateway());
beforeAll(async () => {
  // Below the installed packages, so that the program finds the client as any other would.
  await mkdir(path.join(modules, '.cache'), { recursive: true });
  folder = await mkdtemp(path.join(modules, '.cache', 'types-'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The compiler's complaints about a program, none if it is good; what it makes lies beside it. */
async function compile(text: string): Promise<string[]> {
  const types = await (await fetch(`${documented.url}/types/typescript`)).text();
  await writeFile(path.join(folder, 'types.ts'), types);
  await writeFile(path.join(folder, 'program.ts'), text);
  const compiler = path.join(modules, 'typescript', 'bin', 'tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  return stdout.split('\n').filter((line) => line.includes('error TS'));
}

describe('the types of the operation', () => {
  test('compile strictly, and the program that uses them pays through the ServiceStack client', async () => {
    expect(await compile(program)).toEqual([]);
    const { pay, transfer } = (await import(pathToFileURL(path.join(folder, 'program.js')).href)) as {
      pay: (url: string) => Promise<unknown>;
      transfer: (url: string) => Promise<unknown>;
    };
    expect(await pay(documented.url)).toEqual(['1250', 'REQUIRES_ACTION', 'été & « ça » 1+1']);
    expect(await transfer(documented.url)).toMatch(/^FR/);
  });

  test('do not let a wrong request or a wrong reading of the answer compile', async () => {
    const wrong = `${program}
new payment_initiate({ payment_target: 'BANQUE' });
new payment_initiate({ amount: 12.5 });
new payment_initiate({ montant: '1250' });
export const paid = async (url: string) =>
  (await new JsonServiceClient(url).send(new payment_initiate())).montant;
`;
    const complaints = await compile(wrong);
    expect(complaints.map((line) => /\((\d+),/.exec(line)?.[1])).toHaveLength(4);
  });

  test('come as text, in French or in English', async () => {
    const answer = await fetch(`${documented.url}/types/typescript`);
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toContain('Le montant en centimes d’euro');
    expect(await (await fetch(`${documented.url}/types/typescript?lang=en`)).text()).toContain(
      'The amount in euro cents',
    );
  });
});
