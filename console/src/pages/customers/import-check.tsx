import type { ReactNode } from 'react';
import { useSome } from '../../api/whole-list.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { countText } from '../../parts/values/count.ts';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './customers.module.css';
import type { CheckedCustomer, FileCheck, RefusedLine } from './import-file.ts';
import { importTexts } from './import-texts.ts';
import { texts } from './texts.ts';

type Props = {
  readonly name: string;
  readonly check: FileCheck;
  readonly onImport: () => void;
  readonly onCancel: () => void;
};

/** What an import would do, and the choice. */
export function Checked({ name, check, onImport, onCancel }: Props) {
  const said = useTexts(importTexts);
  const { language } = useLanguage();
  const { counts, customers, refused, encoding, unreadColumns } = check;
  const number = countText(customers.length, language);
  const actions = (
    <div className={styles.actions}>
      <Button onPress={onCancel}>{customers.length > 0 ? said.cancel : said.another}</Button>
      {customers.length > 0 && (
        <Button kind="primary" onPress={onImport}>
          {said.import(number)}
        </Button>
      )}
    </div>
  );
  return (
    <>
      <Panel title={said.checkTitle(name)} actions={actions}>
        <p role="status" className={styles.first}>
          {customers.length > 0 ? said.checkText : said.nothing} {said.readAs(encoding)}{' '}
          {unreadColumns > 0 && said.unread(unreadColumns)}
        </p>
        <Counts counts={counts} />
      </Panel>
      <RefusedLines title={said.refusedTitle} refused={refused} all={counts.REFUSED} />
      <Changes customers={customers} />
    </>
  );
}

const tones: Readonly<Record<keyof FileCheck['counts'], Tone>> = {
  CREATED: 'good',
  CHANGED: 'wait',
  UNCHANGED: 'ended',
  REFUSED: 'bad',
};

/** How many of each. */
export function Counts({ counts }: Pick<FileCheck, 'counts'>) {
  const said = useTexts(importTexts);
  const { language } = useLanguage();
  return (
    <ul className={styles.counts}>
      {(['CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED'] as const).map((name) => (
        <li key={name}>
          <strong>{countText(counts[name], language)}</strong>
          <Status tone={tones[name]}>{said.counts[name]}</Status>
        </li>
      ))}
    </ul>
  );
}

type RefusedProps = {
  readonly title: string;
  readonly refused: readonly RefusedLine[];
  /** With those that are not listed. */
  readonly all: number;
};

export function RefusedLines({ title, refused, all }: RefusedProps) {
  const said = useTexts(importTexts);
  const { language } = useLanguage();
  const nameOf = useColumnNames();
  const list = useSome(refused);
  const columns: readonly Column<RefusedLine>[] = [
    { id: 'line', head: said.line, narrow: 'title', cell: ({ line }) => `${said.line} ${line}` },
    { id: 'number', head: said.number, narrow: 'end', cell: ({ idClient }) => idClient },
    {
      ...{ id: 'why', head: said.why, narrow: 'sub' },
      cell: ({ reasons }) =>
        reasons.map(({ column, message }) => (
          <div key={`${column} ${message}`}>
            {said.namesColumn && column !== null && nameOf(column) !== null && `${nameOf(column)}${said.colon}`}
            {message}
          </div>
        )),
    },
  ];
  if (refused.length === 0) return null;
  return (
    <ListPanel
      {...{ title, list, columns, empty: null }}
      lead={
        refused.length < all && <p className={styles.above}>{said.refusedFirst(countText(refused.length, language))}</p>
      }
      idOf={({ line }) => String(line)}
    />
  );
}

/** A field, as people name it; null for what is no column. */
function useColumnNames(): (column: string) => string | null {
  const { names } = useTexts(texts);
  const { idSociete, idClient } = useTexts(debitWords);
  const all: Readonly<Record<string, string>> = { ...names, idSociete, idClient };
  return (column) => all[column] ?? null;
}

function Changes({ customers }: Pick<FileCheck, 'customers'>) {
  const said = useTexts(importTexts);
  const list = useSome(customers);
  const columns: readonly Column<CheckedCustomer>[] = [
    { id: 'number', head: said.number, narrow: 'title', cell: ({ customer }) => customer.idClient },
    {
      ...{ id: 'result', head: said.result, narrow: 'end' },
      cell: ({ change }) => <Status tone={tones[change]}>{said.change[change]}</Status>,
    },
    { id: 'says', head: said.says, narrow: 'sub', cell: (row) => <Says row={row} /> },
    { id: 'societe', head: said.societe, cell: ({ customer }) => customer.idSociete },
    { id: 'line', head: said.line, align: 'end', cell: ({ line }) => line },
  ];
  if (customers.length === 0) return null;
  return <ListPanel {...{ title: said.changesTitle, list, columns, empty: null }} idOf={({ line }) => String(line)} />;
}

const fields = ['firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'] as const;

/** A new entry in one line; of one that changes, each field that does. */
function Says({ row: { change, customer, before } }: { readonly row: CheckedCustomer }): ReactNode {
  const said = useTexts(importTexts);
  const nameOf = useColumnNames();
  if (change === 'CREATED') return fields.flatMap((field) => customer[field] ?? []).join(', ');
  return fields
    .filter((field) => field in before)
    .map((field) => (
      <div key={field}>
        {nameOf(field)}
        {said.colon}
        <del>{before[field] ?? said.empty}</del> → <ins>{customer[field] ?? said.empty}</ins>
      </div>
    ));
}
