export { LedgerPage as Page } from './page.tsx';
