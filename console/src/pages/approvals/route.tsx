export { ApprovalsPage as Page } from './page.tsx';
