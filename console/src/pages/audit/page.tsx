import { useState } from 'react';
import { emptyOf, hasOne, useAddress, writeAddress } from '../../api/address.ts';
import { type List, useList } from '../../api/use-ask.ts';
import { AuditEntriesDocument } from '../../generated/operations.ts';
import { Exports } from '../../parts/business/exports.tsx';
import { Button } from '../../parts/button.tsx';
import { Chips, chipsOf } from '../../parts/chips.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { EmptyState, NoMatch } from '../../parts/states.tsx';
import { ListPanel } from '../../parts/table.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { actionNames } from './actions.ts';
import styles from './audit.module.css';
import { nameOf, type Row, useColumns } from './columns.tsx';
import { Filters } from './filters.tsx';
import { type AuditSearch, exportAddress, filterOf, filters } from './search.ts';
import { texts } from './texts.ts';

export function AuditPage() {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const [search, change] = useAddress(filters);
  const [isOpen, setOpen] = useState(false);
  const list = useList(AuditEntriesDocument, { filter: filterOf(search), first: 50 }, (found) => found.auditEntries);
  const apply = (chosen: AuditSearch): void => {
    change({ ...emptyOf(filters), ...chosen });
    setOpen(false);
  };
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          <>
            <Button isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {said.filter}
            </Button>
            <Exports href={exportAddress(search, language)} hasNames />
          </>
        }
      />
      {isOpen && <Filters key={writeAddress(search)} search={search} onApply={apply} />}
      <div className={styles.bar}>
        <Active search={search} rows={list.rows} onChange={change} />
      </div>
      <ListPanel
        label={said.title}
        list={list}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={
          hasOne(filters, search) ? (
            <NoMatch {...said} onShowAll={() => apply({})} />
          ) : (
            <EmptyState title={said.empty} text={said.emptyText} />
          )
        }
      />
    </>
  );
}

type ActiveProps = {
  readonly search: AuditSearch;
  /** They know the name of the person to whom they are narrowed. */
  readonly rows: List<Row>['rows'];
  readonly onChange: (changes: AuditSearch) => void;
};

function Active({ search, rows, onChange }: ActiveProps) {
  const said = useTexts(texts);
  const names = useTexts(actionNames);
  const { language } = useLanguage();
  const { actor, action, object, outcome, from, to } = search;
  const person = rows?.find((row) => row.actor === actor)?.actorPerson?.name;
  const given = {
    ...{
      actor: actor && (person ?? nameOf(actor)),
      object,
      action: action && (names[action] ?? action),
      outcome: outcome && said.outcomes[outcome],
    },
    ...{ from: from && whenText(from, language, 'day'), to: to && whenText(to, language, 'day') },
  };
  const chips = chipsOf(given, said, onChange);
  return <Chips label={said.filters} chips={chips} removeText={said.removeFilter} />;
}
