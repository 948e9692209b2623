import { describe, expect, it } from 'vitest';
import { unmatchedCredit } from '../../support/bank-statements/brought.ts';
import { heardTree, settled, template } from '../../support/console/heard-tree.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';

/** What a screen reader hears around every page and of two lists: landmarks, tables, names, states, live regions. */

/** The list, then the open entry, then the payments that it may be about. */
const openException = template`
  - main:
    - status
    - heading "Exceptions" [level=1]
    - status
    - paragraph: "Lignes de la banque dont le paiement n’est pas sûr : une personne décide."
    - button "Filtrer"
    - link "Exporter"
    - button "Exporter avec les noms"
    - table "Exceptions":
      - rowgroup:
        - row "Tiers Montant":
          - columnheader "Tiers"
          - columnheader "Montant"
      - rowgroup:
        - row "ETS MARTIN Crédit sans paiement 123,45 € {date}":
          - rowheader "ETS MARTIN Crédit sans paiement":
            - button "ETS MARTIN"
            - text: Crédit sans paiement
          - cell "123,45 € {date}":
            - text: 123,45 €
            - time: {date}
    - paragraph: "J et K : suivante et précédente. A : affecter à la première proposition."
    - region "Crédit sans paiement":
      - heading "Crédit sans paiement" [level=2]
      - text: En attente
      - paragraph: De l’argent est arrivé, et rien ne dit pour quel paiement ; ou un virement de la société revient.
      - paragraph: Crédit 123,45 € Sur le compte d’attente
      - term: Tiers
      - definition: ETS MARTIN
      - term: Libellé
      - definition: FACTURE SANS REFERENCE
      - term: Comptabilisée le
      - definition:
        - time: {date}
      - term: Société
      - definition: "1"
      - term: Fichier
      - definition:
        - link "releve.xml"
      - term: Trouvée le
      - definition:
        - time: {date}
    - region "Paiements proposés":
      - heading "Paiements proposés" [level=2]
      - list:
        - listitem:
          - paragraph:
            - link "{reference}"
            - text: Attend le client
            - strong: ✓ 123,45 €
          - paragraph:
            - text: Virement · Client 2263 · commande 45012 ·
            - time: {date}
          - paragraph: ✓ montant
          - button "Affecter à {reference}": Affecter
      - text: Chercher un autre paiement
      - searchbox "Chercher un autre paiement"
      - text: Une référence, un nom, un numéro de client ou de commande, un montant.
      - region "Résultats":
        - list
    - button "Clore sans affecter"
`;

describe('what a screen reader hears of the lists', () => {
  const opened = openForGroup(async () => {
    const console = await openConsole();
    // Before any page follows what changes, or its list would offer them as new for a second.
    await initiated(console.gateway, { amount: '4200', idCommande: '0', idClient: '7' });
    await unmatchedCredit(console.gateway, 'ETS MARTIN');
    return console;
  });

  it('around every page: where one is, and where one can go', async () => {
    const { page } = await opened.at('/payments', ['accueil']);
    await settled(page);
    const tree = await heardTree(page.locator('body'));
    const [head = ''] = tree.split('\n- main:');
    expect(head).toBe(template`
      - link "Aller au contenu"
      - banner:
        - paragraph: TEST — aucun argent réel
        - link "Règlement"
        - button "Rechercher"
        - text: TEST
      - navigation "Pages":
        - list "Au quotidien":
          - listitem:
            - link "Aperçu"
          - listitem:
            - link "Paiements"
          - listitem:
            - link "Validations"
          - listitem:
            - link "Clients"
        - list "Banque":
          - listitem:
            - link "Virements"
        - list "Système":
          - listitem:
            - link "Réglages"
      - region "Votre compte":
        - paragraph:
          - strong: Camille Exemple
          - text: accueil
        - link "Mes sessions"
        - button "English"
        - button "Se déconnecter"
    `);
    // What was done is read out at the end of the page, by one region.
    expect(tree.split('\n').filter((line) => line.startsWith('- status'))).toEqual(['- status']);
    expect(await page.locator('nav [aria-current=page]').textContent()).toBe('Paiements');
  });

  it('on /payments: a table with its name, its columns, and a header for each row', async () => {
    const { page } = await opened.at('/payments?idClient=7', ['comptabilite']);
    await page.getByRole('table').waitFor();
    await settled(page);
    expect(await heardTree(page.getByRole('main'))).toBe(template`
      - main:
        - status
        - heading "Paiements" [level=1]
        - button "Saisir un chèque"
        - button "Filtrer"
        - link "Exporter"
        - button "Exporter avec les noms"
        - navigation "Vues":
          - button "Enregistrer cette vue"
        - list "Filtres":
          - listitem:
            - text: Client 7
            - button "Retirer le filtre Client 7": ✕
        - paragraph:
          - text: 1 paiement ·
          - strong: 42,00 €
        - status
        - table "Paiements":
          - rowgroup:
            - row "Référence État Montant Société Client Commande Moyen Cible Créé":
              - columnheader "Référence"
              - columnheader "État"
              - columnheader "Montant":
                - button "Montant"
              - columnheader "Société"
              - columnheader "Client"
              - columnheader "Commande"
              - columnheader "Moyen"
              - columnheader "Cible"
              - columnheader "Créé":
                - button "Créé"
          - rowgroup:
            - row "{reference} Attend le client 42,00 € 1 7 Carte Paybox {date}":
              - rowheader "{reference}":
                - link "{reference}"
              - cell "Attend le client"
              - cell "42,00 €"
              - cell "1"
              - cell "7"
              - cell
              - cell "Carte"
              - cell "Paybox"
              - cell "{date}":
                - time: {date}
    `);
    const filter = page.getByRole('button', { name: 'Filtrer' });
    expect(await filter.getAttribute('aria-expanded')).toBe('false');
    await filter.click();
    await expect.poll(() => filter.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('th[aria-sort=descending]').textContent()).toContain('Créé');
  });

  it('on /exceptions: the list, then the open entry, then the payments that it may be about', async () => {
    const { page } = await opened.at('/exceptions', ['tresorerie']);
    await page.getByRole('heading', { name: 'Paiements proposés' }).waitFor();
    await settled(page);
    expect(await heardTree(page.getByRole('main'))).toBe(openException);
    expect(await page.locator('tbody tr[aria-current=true]').count()).toBe(1);
    expect(await page.getByRole('region', { name: 'Résultats' }).getAttribute('aria-live')).toBe('polite');
  });
});
