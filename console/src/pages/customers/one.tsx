export { CustomerPage as Page } from './customer.tsx';
