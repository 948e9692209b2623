export { DevelopersPage as Page } from './page.tsx';
