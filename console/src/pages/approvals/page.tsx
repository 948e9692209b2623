import { useState } from 'react';
import { oneOf, useAddress } from '../../api/address.ts';
import { useMay } from '../../api/me.tsx';
import { useRunMode } from '../../api/run-mode.ts';
import { type List, useList } from '../../api/use-ask.ts';
import { ApprovalsDocument } from '../../generated/operations.ts';
import { Restored } from '../../parts/business/restored.tsx';
import { Button } from '../../parts/button.tsx';
import { ChangedRows } from '../../parts/lists/changed-rows.tsx';
import { Tabs } from '../../parts/lists/tabs.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { To } from '../../parts/to.tsx';
import { commonTexts } from '../../texts/common.ts';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import { namesOf } from '../../texts/words.ts';
import { type Act, ActDialog } from './act-dialog.tsx';
import { type Approval, ApprovalCard } from './approval-card.tsx';
import { texts } from './texts.ts';

const statuses = namesOf(texts.fr.tabs);

export function ApprovalsPage() {
  const said = useTexts(texts);
  const seesAll = useMay('approve');
  const runMode = useRunMode();
  const [{ status = 'PENDING' }] = useAddress({ status: oneOf(statuses) });
  const [act, setAct] = useState<Act | null>(null);
  const { language } = useLanguage();
  const asked = { status, runMode, locale: locales[language], first: 20 };
  const list = useList(ApprovalsDocument, asked, ({ approvals }) => approvals);
  return (
    <>
      <PageHead
        title={said.title}
        beside={<ChangedRows topic="APPROVALS" text={said.changed} />}
        lead={seesAll ? said.lead : said.ownLead}
      />
      <Tabs label={said.shown} name="status" names={statuses} texts={said.tabs} chosen={status} />
      {seesAll && <Restored about="refund" />}
      <Cards list={list} isWaiting={status === 'PENDING'} onAct={setAct} />
      {act && <ActDialog act={act} onClose={() => setAct(null)} />}
    </>
  );
}

type CardsProps = {
  readonly list: List<Approval>;
  readonly isWaiting: boolean;
  readonly onAct: (act: Act) => void;
};

function Cards({ list, isWaiting, onAct }: CardsProps) {
  const said = useTexts(texts);
  const { more, loading } = useTexts(commonTexts);
  const [title, text] = useMay('approve')
    ? [said.noneWaiting, said.noneWaitingText]
    : [said.noOwnWaiting, said.noOwnWaitingText];
  if (list.rows === undefined)
    return <Panel>{list.fault ? <ErrorState fault={list.fault} retry={list.retry} /> : <Skeleton lines={6} />}</Panel>;
  if (list.rows.length === 0)
    return (
      <Panel>
        <EmptyState title={isWaiting ? title : said.noneDecided}>
          {isWaiting ? <p>{text}</p> : <To to="/approvals">{said.seeWaiting}</To>}
        </EmptyState>
      </Panel>
    );
  return (
    <div aria-busy={list.isStale}>
      {list.rows.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} onAct={onAct} />
      ))}
      {list.fault && <ErrorState fault={list.fault} retry={list.retry} />}
      {list.hasMore && !list.fault && (
        <Button onPress={list.more} isPending={list.isLoadingMore}>
          {list.isLoadingMore ? loading : more}
        </Button>
      )}
    </div>
  );
}
