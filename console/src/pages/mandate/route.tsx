export { MandatePage as Page } from './page.tsx';
