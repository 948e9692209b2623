import { memo, type ReactNode, useRef } from 'react';
import type { List } from '../api/use-ask.ts';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';
import { useRowKeys } from './hooks/use-row-keys.ts';
import { Panel } from './panel.tsx';
import { ErrorState, Skeleton } from './states.tsx';
import styles from './table.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  readonly align?: 'end';
  /**
   * Where it stands on a narrow window, in which a row has two lines: the first begins with `title` and ends with `end`;
   * the second holds each `sub`. Left out: it is not shown there.
   */
  readonly narrow?: 'title' | 'end' | 'sub';
  /** Its head stands before its value on a narrow window, where the value alone says too little: `Société 1`. */
  readonly isNamed?: boolean;
  /** Sorts by it, in the way that the page keeps in its address. */
  readonly sort?: { readonly now: 'ascending' | 'descending' | null; readonly change: () => void };
};

export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly change: (ids: ReadonlySet<string>) => void;
};

type Props<Row> = {
  /** For a screen reader. */
  readonly label: string;
  readonly list: List<Row>;
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  /** Shown where there are no rows: an `EmptyState`. */
  readonly empty: ReactNode;
  /** Marks the row that is open beside the list. */
  readonly openId?: string | undefined;
  readonly selection?: Selection;
};

/**
 * A list by its cursors. The `title` cell of each row holds its link or button; a click anywhere on the row presses it,
 * `J` and `K` go down and up, Enter opens.
 */
export function Table<Row>(props: Props<Row>) {
  const { list, label, empty } = props;
  const texts = useTexts(commonTexts);
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  if (list.rows === undefined)
    return list.fault ? <ErrorState fault={list.fault} retry={list.retry} /> : <Skeleton lines={8} />;
  if (list.rows.length === 0) return <>{empty}</>;
  return (
    <>
      <table className={styles.table} aria-label={label} aria-busy={list.isStale}>
        <Head {...props} rows={list.rows} />
        <tbody ref={body}>
          {list.rows.map((row) => (
            <BodyRow key={props.idOf(row)} {...rowProps(props, row)} />
          ))}
        </tbody>
      </table>
      {list.fault && <ErrorState fault={list.fault} retry={list.retry} />}
      {list.hasMore && <p className="print-only">{texts.notAll(list.rows.length)}</p>}
      {list.hasMore && !list.fault && (
        <div className={styles.more}>
          <Button onPress={list.more} isPending={list.isLoadingMore}>
            {list.isLoadingMore ? texts.loading : texts.more}
          </Button>
        </div>
      )}
    </>
  );
}

type ListPanelProps<Row> = Omit<Props<Row>, 'label'> & {
  readonly actions?: ReactNode;
  /** Between the title and the rows. */
  readonly lead?: ReactNode;
} & (
    | { readonly title: string; readonly label?: undefined }
    /** For a screen reader alone: the head of the page says it. */
    | { readonly title?: undefined; readonly label: string }
  );

/** A table in a frame of its own. */
export function ListPanel<Row>({ title, label, actions, lead, ...table }: ListPanelProps<Row>) {
  return (
    <Panel {...(title !== undefined && { title })} actions={actions} isFlush>
      {lead}
      <Table {...table} label={title === undefined ? label : title} />
    </Panel>
  );
}

function Head<Row>({ columns, selection, rows, idOf }: Props<Row> & { readonly rows: readonly Row[] }) {
  const texts = useTexts(commonTexts);
  const isAll = rows.every((row) => selection?.ids.has(idOf(row)));
  return (
    <thead>
      <tr>
        {selection && (
          <th className={styles.choice}>
            <input
              type="checkbox"
              aria-label={texts.selectAll}
              checked={isAll}
              onChange={() => selection.change(new Set(isAll ? [] : rows.map(idOf)))}
            />
          </th>
        )}
        {columns.map(({ id, head, align, sort }) => (
          <th key={id} scope="col" className={align && styles.end} {...(sort && { 'aria-sort': sort.now ?? 'none' })}>
            {sort ? (
              <button type="button" className={styles.sort} onClick={sort.change}>
                {head}
                <span aria-hidden="true">{sort.now === 'ascending' ? '↑' : sort.now === 'descending' ? '↓' : '↕'}</span>
              </button>
            ) : (
              head
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type RowProps<Row> = Pick<Props<Row>, 'columns' | 'selection'> & {
  readonly row: Row;
  readonly id: string;
  readonly isOpen: boolean;
};

const rowProps = <Row,>({ columns, selection, idOf, openId }: Props<Row>, row: Row): RowProps<Row> => {
  const id = idOf(row);
  return { row, columns, id, isOpen: openId === id, ...(selection && { selection }) };
};

/** Drawn again only when something of it changed: a list has some hundred. */
const BodyRow = memo(function BodyRow<Row>({ row, columns, selection, id, isOpen }: RowProps<Row>) {
  const texts = useTexts(commonTexts);
  const isChosen = selection?.ids.has(id) ?? false;
  const choose = (): void => {
    const ids = new Set(selection?.ids);
    if (!ids.delete(id)) ids.add(id);
    selection?.change(ids);
  };
  return (
    <tr className={isChosen ? styles.chosen : undefined} {...(isOpen && { 'aria-current': true })}>
      {selection && (
        <td className={styles.choice}>
          <input type="checkbox" aria-label={texts.selectRow} checked={isChosen} onChange={choose} />
        </td>
      )}
      {columns.map(({ id: name, head, narrow = 'wide', align, isNamed = false, cell }) => {
        const className = `${styles[narrow === 'end' ? 'last' : narrow]} ${align ? styles.end : ''}`;
        // A reader hears it before each cell of the row.
        if (narrow === 'title')
          return (
            <th key={name} scope="row" className={className}>
              {cell(row)}
            </th>
          );
        return (
          <td key={name} className={className} {...(isNamed && { 'data-head': head })}>
            {cell(row)}
          </td>
        );
      })}
    </tr>
  );
}) as <Row>(props: RowProps<Row>) => ReactNode;
