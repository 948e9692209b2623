import { useMay, useMe } from '../../api/me.tsx';
import { useAsk } from '../../api/use-ask.ts';
import { SettingsDocument } from '../../generated/operations.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Awaited } from '../../parts/states.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Explain } from './explain.tsx';
import { Requests } from './requests.tsx';
import { texts } from './texts.ts';

export function DevelopersPage() {
  const said = useTexts(texts);
  const mayExplain = useMay(['initiate', 'operations']);
  const seesRequests = useSeesRequests();
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={<GraphiqlLink />} />
      {mayExplain && <Explain />}
      {seesRequests && <Requests />}
    </>
  );
}

/** Only where the config shows GraphiQL, for those who may see the config. */
function GraphiqlLink() {
  const said = useTexts(texts);
  const { data, isFetched } = useAsk(SettingsDocument, {});
  if (!isFetched) return <Awaited />;
  const { graphql } = JSON.parse(data?.settings?.json ?? '{}') as { graphql?: { graphiql?: unknown } };
  if (graphql?.graphiql !== true) return null;
  return (
    <LinkButton href="/graphql" isOutside>
      {said.graphiql}
    </LinkButton>
  );
}

/** Who works for the whole gateway; the gateway shows others none. */
function useSeesRequests(): boolean {
  const { societes, origins, targets } = useMe();
  const isEntitled = useMay(['operations', 'audit']);
  return isEntitled && societes === null && origins === null && targets === null;
}
