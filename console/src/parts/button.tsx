import { type ReactNode, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useOnline } from '../api/online.ts';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import styles from './button.module.css';
import { keepsFocus } from './focus-on-list.ts';

type Props = {
  readonly children: ReactNode;
  readonly kind?: 'primary' | 'quiet' | 'danger' | 'plain';
  readonly isSmall?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onPress?: () => void;
  /** What it does is under way: a second press does nothing. */
  readonly isPending?: boolean;
  /** Why it cannot be pressed now, in words. Null: it can. */
  readonly reason?: string | null;
  /** It works without the network. */
  readonly worksOffline?: boolean;
  /** It opens and closes a part of the page. */
  readonly isExpanded?: boolean;
  /** For a button without words, or one whose words are those of its neighbours: it begins with them. */
  readonly label?: string;
  readonly slot?: string;
};

/** A button. Where it is disabled with a reason, the reason stands below it and describes it. */
export function Button(props: Props) {
  const { children, kind = 'quiet', isSmall = false, type = 'button', isPending = false, reason = null } = props;
  const texts = useTexts(commonTexts);
  const isOnline = useOnline() || props.worksOffline === true;
  const why = isOnline ? reason : texts.offline;
  const whyId = useId();
  const isExplained = why !== null && isOnline;
  const button = (
    <AriaButton
      ref={keepsFocus}
      className={`${styles.button} ${styles[kind]} ${isSmall ? styles.small : ''}`}
      type={type}
      isPending={isPending}
      isDisabled={why !== null}
      {...(props.onPress && { onPress: props.onPress })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
      {...(props.slot !== undefined && { slot: props.slot })}
      {...(props.isExpanded !== undefined && { 'aria-expanded': props.isExpanded, 'data-opener': true })}
      {...(isExplained && { 'aria-describedby': whyId })}
    >
      {children}
    </AriaButton>
  );
  if (!isExplained) return button;
  return (
    <span className={styles.refused}>
      {button}
      <span id={whyId} className={styles.why}>
        {why}
      </span>
    </span>
  );
}
