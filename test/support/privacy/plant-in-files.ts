import { parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { writtenStatement } from '../bank-statements/written-files.ts';

/** Canaries in mandates, in batches and in files of banks, whose names and accounts a person looks at. */

type Ask = (
  path: string,
  options?: { method?: string; headers?: Record<string, string>; body?: string },
) => Promise<string>;
type Graphql = (body: object) => Promise<string>;

export type FileMarks = { readonly mark: string; readonly iban: string; readonly headers: Record<string, string> };

/** Names of what was planted on a good path and came to its end there. */
export async function plantInFiles(ask: Ask, graphql: Graphql, { mark, iban, headers }: FileMarks): Promise<string[]> {
  const reached: string[] = [];
  const run = async (name: string, field: string): Promise<string> => {
    const answer = await graphql({ query: `mutation { ${field} }` });
    if (answer.includes(`${name}Success`)) reached.push(name);
    return answer;
  };
  const made = await run(
    'CreateMandate',
    `createMandate(input: { idSociete: "1", idClient: "${mark}7", runMode: TEST, scheme: CORE, rum: "${mark}-RUM-7",
      debtor: { name: "${mark} Debtor", iban: "${iban}", address: { town: "${mark}ville", country: "FR" } } }) {
      __typename ... on CreateMandateSuccess { mandate { id formUrl } } ... on PaymentError { message } }`,
  );
  const [, id = ''] = /"id":"(mdt_\w+)"/.exec(made) ?? [];
  const form = new URL(/"formUrl":"([^"]+)"/.exec(made)?.[1] ?? 'http://none/mandates/none').pathname;
  for (const path of [form, `${form}?${mark}=1`, `/mandates/${mark}${'x'.repeat(20)}`, `/mandates/${mark}`])
    await ask(path);
  await run(
    'ChangeMandate',
    `signMandate(input: { id: "${id}", signedOn: "2025-01-15", method: "${mark}-method", place: "${mark}place" }) {
      __typename ... on PaymentError { message } }`,
  );
  await run(
    'InitiatePayment',
    `initiatePayment(input: { paymentTarget: MILLIET, paymentRunMode: TEST, paymentType: DIRECT_SEPA, idOrigin: "web",
      idSociete: "1", idClient: "${mark}7", idCommande: "${mark}Debit", amount: 1250, email: "${mark}.debit@example.fr",
      mandate: "${mark}-RUM-7" }) { __typename ... on PaymentError { message } }`,
  );
  const cutOff = parisDateOf(Date.now() + 14 * 86_400_000);
  const batch = await run(
    'CreateDirectDebitBatch',
    `createDirectDebitBatch(input: { idSociete: "1", runMode: TEST, cutOff: "${cutOff}", idempotencyKey: "${mark}-batch" }) {
      __typename ... on CreateDirectDebitBatchSuccess { batches { id } } ... on PaymentError { message } }`,
  );
  const [, batchId = `bat_${mark}`] = /"id":"(bat_\w+)"/.exec(batch) ?? [];
  for (const path of [batchId, `${batchId}/file`, `${mark}/file`]) {
    await ask(`/direct-debit-batches/${path}?${mark}=1`, { headers });
  }
  await plantInStatements(ask, graphql, { mark, iban, headers }, run);
  return reached;
}

async function plantInStatements(
  ask: Ask,
  graphql: Graphql,
  { mark, iban, headers }: FileMarks,
  run: (name: string, field: string) => Promise<string>,
): Promise<void> {
  const details = [{ amount: '12.50', texts: [`pour ${mark}`], debtor: { name: `${mark} Payeur`, iban } }];
  const statement = writtenStatement({ entries: [{ amount: '12.50', text: `VIR ${mark}`, details }] });
  const upload = (name: string, body: string, type = 'application/xml') =>
    ask(`/bank-files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': type },
      body,
    });
  await upload(`${mark} relevé.xml`, statement);
  await upload(`../${mark}/${iban}.xml`, statement.replace('<Document', `<${mark}`));
  await upload(mark, `<!DOCTYPE ${mark} SYSTEM "file:///${mark}">${statement}`);
  await upload(mark, `${mark}\u0000`);
  await upload(mark, statement, `text/${mark}`);
  await ask(`/bank-files?name=${mark}`, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: mark });
  await ask(`/bank-files/${mark}`, { method: 'PUT', headers, body: mark });
  const exceptions = await graphql({ query: '{ bankExceptions { edges { node { id counterparty } } } }' });
  const [, id = ''] = /"id":"(bkx_\w+)"/.exec(exceptions) ?? [];
  await run(
    'ResolveBankException',
    `resolveBankException(input: { id: "${id}", resolution: HANDLED, reason: "${mark} a dit" }) {
      __typename ... on PaymentError { message } }`,
  );
}
