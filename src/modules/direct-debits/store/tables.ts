import type { Tables as PaymentTables } from '../../payments/store/tables.ts';
import type { DirectDebitTables } from './direct-debit-tables.ts';
import type { MandateTables } from './mandate-tables.ts';

export type Tables = PaymentTables & MandateTables & DirectDebitTables;
