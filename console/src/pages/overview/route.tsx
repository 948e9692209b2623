export { OverviewPage as Page } from './page.tsx';
