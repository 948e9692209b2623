import './customer.ts';
import './customer-list.ts';
