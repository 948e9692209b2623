const iban = 'FR76 3000 6000 0112 3456 7890 189';

/** As a French spreadsheet writes it in November 2026, with what people get wrong. */
export const debitorFile = [
  'Société;N° client;RUM;Nom;IBAN;Schéma;Date signature;Dernier prélèvement;Colonne inconnue',
  `1;imp-1;IMP-001;Été & Fils;${iban};CORE;15/01/2019;01/06/2025;x`,
  `1;imp-2;IMP-002;"Bar ""Le Zinc""";${iban};interentreprises;2025-02-01;;`,
  `1;imp-3;IMP-003;Dupont;FR7630006000011234567890188;CORE;2025-02-01;;`,
  `1;imp-4;IMP-004;Dupont;${iban};CORE;01/01/2031;;`,
  `1;imp-5;imp-001;Dupont;${iban};CORE;2025-02-01;;`,
  `1;imp-6;IMP-006;Dupont;${iban};CORE;01/01/2019;01/02/2019;`,
  `1;imp-7;IMP-007;Dupont;${iban};CORE;31/02/2025;;`,
  `1;imp-8;IMP é 8;Dupont;${iban};CORE;2025-02-01;;`,
  '',
].join('\r\n');
