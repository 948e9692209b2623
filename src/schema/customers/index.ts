import './customer.ts';
import './customer-list.ts';
import './import-customers.ts';
import './payment-customer.ts';
