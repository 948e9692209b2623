export { TransfersPage as Page } from './page.tsx';
