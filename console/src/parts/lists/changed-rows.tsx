import { useChanged } from '../../api/changes.ts';
import { useAskAgain } from '../../api/use-ask.ts';
import type { ChangeTopic } from '../../generated/operations.ts';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { focusOnList } from '../focus-on-list.ts';
import styles from './changed-rows.module.css';

type Props = {
  readonly topic: ChangeTopic;
  /** Left out: so many “new or changed”. */
  readonly text?: (count: number) => string;
};

/** Says how many rows changed. They never move under the cursor: the person asks for the new ones. */
export function ChangedRows({ topic, text }: Props) {
  const { mayHaveChanged, changed } = useTexts(commonTexts);
  const [{ count, mayBeMore }, forget] = useChanged(topic);
  const askAgain = useAskAgain();
  return (
    <div className={styles.changed} role="status">
      {(count > 0 || mayBeMore) && (
        <Button
          isSmall
          onPress={() => {
            forget();
            focusOnList();
            void askAgain();
          }}
        >
          {count > 0 ? (text ?? changed)(count) : mayHaveChanged}
        </Button>
      )}
    </div>
  );
}
