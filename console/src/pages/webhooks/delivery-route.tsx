export { DeliveryPage as Page } from './delivery-page.tsx';
