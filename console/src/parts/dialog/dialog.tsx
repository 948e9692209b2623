import { Intention } from '@reglement/client';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

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
  /** It cannot be left: the session has ended. */
  readonly isForced?: boolean;
  readonly children: (opened: Opened) => ReactNode;
};

/** A dialog over the page. Escape closes it. */
export function Dialog({ title, trigger, isOpen, onOpenChange, isWide = false, isForced = false, children }: Props) {
  const [intention, setIntention] = useState(() => new Intention());
  const change = (opens: boolean): void => {
    // An answer that was lost keeps its key: the next try is the same intention.
    if (opens && !intention.isUnknown) setIntention(new Intention());
    onOpenChange?.(opens);
  };
  const overlay = (
    <ModalOverlay
      className={styles.overlay ?? ''}
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
