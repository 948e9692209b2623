export { BankFilesPage as Page } from './page.tsx';
