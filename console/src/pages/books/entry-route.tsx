export { EntryPage as Page } from './entry-page.tsx';
