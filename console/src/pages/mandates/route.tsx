export { MandatesPage as Page } from './page.tsx';
