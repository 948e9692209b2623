import { useAddress } from '../../api/address.ts';
import { useAsk } from '../../api/use-ask.ts';
import { WebhookEndpointsDocument } from '../../generated/operations.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Deliveries } from './deliveries.tsx';
import { Endpoints } from './endpoints.tsx';
import { filters } from './search.ts';
import { texts } from './texts.ts';

export function WebhooksPage() {
  const said = useTexts(texts);
  const [search, change] = useAddress(filters);
  const asked = useAsk(WebhookEndpointsDocument, {}, { everyMs: 30_000 });
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Endpoints asked={asked} />
      <Deliveries search={search} endpoints={asked.data?.webhookEndpoints ?? []} onChange={change} />
    </>
  );
}
