export { BooksPage as Page } from './page.tsx';
