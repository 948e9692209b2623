export { BankFilePage as Page } from './file-page.tsx';
