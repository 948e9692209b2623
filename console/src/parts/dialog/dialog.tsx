import { Intention } from '@reglement/client';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import styles from './dialog.module.css';
import { useOpening } from './kept-while-open.tsx';

export type Opened = {
  readonly close: () => void;
  /** What the person means with this dialog: one idempotency key, made when it opens. */
  readonly intention: Intention;
};

type Props = {
  readonly title: string;
  /** The button that opens it. Left out where `isOpen` says so. */
  readonly trigger?: ReactElement;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly isWide?: boolean;
  /** A press beside it closes it too: it holds nothing that would be lost. */
  readonly isLight?: boolean;
  /** It cannot be left: the session has ended. */
  readonly isForced?: boolean;
  readonly children: (opened: Opened) => ReactNode;
};

/** A dialog over the page. Escape closes it, and its button, for there is no Escape on a telephone. */
export function Dialog(props: Props) {
  const { title, trigger, isOpen, onOpenChange, isWide = false, isLight = false, isForced = false, children } = props;
  const texts = useTexts(commonTexts);
  const opening = useOpening();
  const [intention, setIntention] = useState(() => new Intention());
  const change = (opens: boolean): void => {
    // An answer that was lost keeps its key: the next try is the same intention.
    if (opens && !intention.isUnknown) setIntention(new Intention());
    opening(opens);
    onOpenChange?.(opens);
  };
  const overlay = (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable={isLight}
      isKeyboardDismissDisabled={isForced}
      {...(!trigger && { isOpen: isOpen === true, onOpenChange: change })}
    >
      <Modal className={`${styles.modal} ${isWide ? styles.wide : ''}`}>
        <AriaDialog className={styles.dialog ?? ''} {...(isForced && { role: 'alertdialog' })}>
          {({ close }) => (
            <>
              <Heading slot="title" className={styles.title ?? ''}>
                {title}
              </Heading>
              {children({ close, intention })}
              {!isForced && (
                <div className={styles.close}>
                  <Button slot="close" kind="plain" worksOffline label={texts.close}>
                    ✕
                  </Button>
                </div>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  if (!trigger) return overlay;
  return (
    <DialogTrigger onOpenChange={change} {...(isOpen !== undefined && { isOpen })}>
      {trigger}
      {overlay}
    </DialogTrigger>
  );
}
