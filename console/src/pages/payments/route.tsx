export { PaymentsPage as Page } from './page.tsx';
