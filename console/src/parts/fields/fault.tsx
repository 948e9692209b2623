import type { ReactNode } from 'react';
import { FieldError, Text } from 'react-aria-components';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import styles from './field.module.css';

/** What is wrong with a field. The browser would say it in its own language, which may be another than that of the page. */
function Fault() {
  const said = useTexts(commonTexts);
  return (
    <FieldError className={styles.fault ?? ''}>
      {({ validationDetails: { valueMissing, typeMismatch }, validationErrors }) => {
        if (valueMissing) return said.required;
        // Without a text: a date that is not whole.
        return typeMismatch ? said.notEmail : validationErrors.join(' ') || said.incompleteDate;
      }}
    </FieldError>
  );
}

/** What stands below a field: what to write into it, and what is wrong with it. */
export const Below = ({ hint }: { readonly hint: ReactNode }) => (
  <>
    {hint !== undefined && (
      <Text slot="description" className={styles.hint ?? ''}>
        {hint}
      </Text>
    )}
    <Fault />
  </>
);
