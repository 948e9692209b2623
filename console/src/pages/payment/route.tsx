export { PaymentPage as Page } from './page.tsx';
