export { BatchPage as Page } from './page.tsx';
