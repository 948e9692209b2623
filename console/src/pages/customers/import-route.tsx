export { ImportPage as Page } from './import-page.tsx';
