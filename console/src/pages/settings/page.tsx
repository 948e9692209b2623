import { useMay } from '../../api/me.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Gateway } from './gateway.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { People } from './people.tsx';
import { Printed } from './printed.tsx';
import { texts } from './texts.ts';

export function SettingsPage() {
  const said = useTexts(texts);
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Gateway />
      <OwnSessions />
      {useMay('people') && <People />}
      {useMay(['operations', 'audit']) && <Printed />}
    </>
  );
}
