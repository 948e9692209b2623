export { ExceptionsPage as Page } from './page.tsx';
