export { CustomersPage as Page } from './page.tsx';
