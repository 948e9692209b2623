export { DebitsPage as Page } from './page.tsx';
