import { useQueryClient } from '@tanstack/react-query';
import { useChangeCount } from '../../api/changes.ts';
import type { ChangeTopic } from '../../generated/operations.ts';
import { Button } from '../button.tsx';

type Props = { readonly topic: ChangeTopic; readonly text: (count: number) => string };

/** Says how many rows changed. They never move under the cursor: the person asks for the new ones. */
export function ChangedRows({ topic, text }: Props) {
  const [changed, forget] = useChangeCount(topic);
  const queries = useQueryClient();
  return (
    <div role="status">
      {changed > 0 && (
        <Button
          isSmall
          onPress={() => {
            forget();
            void queries.invalidateQueries();
          }}
        >
          {text(changed)}
        </Button>
      )}
    </div>
  );
}
