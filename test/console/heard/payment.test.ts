import { describe, expect, it } from 'vitest';
import { heardTree, settled, template } from '../../support/console/heard-tree.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';

/** What a screen reader hears of a payment: its sentence, actions with reasons, story, facts and entries. */

const expected = template`
  - main:
    - status
    - heading "Paiement {reference}" [level=1]
    - button "Copier la référence"
    - strong: 125,00 €
    - text: Remboursé en partie
    - paragraph:
      - text: Client
      - link "2263"
    - paragraph: "Payé, puis remboursé en partie : 25,50 € sur 125,00 €."
    - button "Rembourser"
    - button "Annuler le paiement" [disabled]
    - text: Le paiement est remboursé en partie.
    - button "Interroger la banque"
    - region "Historique":
      - heading "Historique" [level=2]
      - list:
        - listitem:
          - time: {date}
          - paragraph: Remboursement effectué Remboursé en partie
          - paragraph: à la demande, par anonymous
          - paragraph: "La banque dit : 00000 (accepté) · {number}"
        - listitem:
          - time: {date}
          - paragraph: Demande envoyée à la banque
          - paragraph: par anonymous
        - listitem:
          - time: {date}
          - paragraph: Payé
          - paragraph: message ou réponse de la banque
          - paragraph: "La banque dit : 00000 (accepté) · {number}"
        - listitem:
          - time: {date}
          - paragraph: Paiement enregistré
          - paragraph: par anonymous
    - region "Remboursements":
      - heading "Remboursements" [level=2]
      - list:
        - listitem:
          - paragraph: Remboursé
          - paragraph:
            - strong: 25,50 €
          - paragraph:
            - time: {date}
            - text: · {number}
    - region "Le paiement":
      - heading "Le paiement" [level=2]
      - term: Montant
      - definition: 125,00 €
      - term: Moyen
      - definition: Carte
      - term: Cible
      - definition: Paybox
      - term: Société
      - definition: "1"
      - term: Client
      - definition:
        - link "2263"
      - term: Commande
      - definition: "45012"
      - term: Origine
      - definition: web
      - term: Application
      - definition: anonymous
      - term: E-mail
      - definition: a.client+essai@example.fr
      - term: Commentaire
      - definition: Livraison d'été
      - term: Créé
      - definition:
        - time: {date}
      - term: Modifié
      - definition:
        - time: {date}
      - term: Identifiant
      - definition:
        - code: {id}
        - button "Copier l’identifiant"
    - region "Écritures":
      - heading "Écritures" [level=2]
      - group:
        - time: {date}
        - text: CB · REMBOURSEMENT {reference}
        - table "REMBOURSEMENT {reference}":
          - rowgroup:
            - row "Compte Débit Crédit":
              - columnheader "Compte"
              - columnheader "Débit"
              - columnheader "Crédit"
          - rowgroup:
            - row "411000 Clients 25,50 €":
              - cell "411000 Clients"
              - cell "25,50 €"
              - cell
            - row "511500 Cartes bancaires à encaisser 25,50 €":
              - cell "511500 Cartes bancaires à encaisser"
              - cell
              - cell "25,50 €"
      - group:
        - time: {date}
        - text: CB · PAIEMENT CB {reference}
        - table "PAIEMENT CB {reference}":
          - rowgroup:
            - row "Compte Débit Crédit":
              - columnheader "Compte"
              - columnheader "Débit"
              - columnheader "Crédit"
          - rowgroup:
            - row "511500 Cartes bancaires à encaisser 125,00 €":
              - cell "511500 Cartes bancaires à encaisser"
              - cell "125,00 €"
              - cell
            - row "411000 Clients 125,00 €":
              - cell "411000 Clients"
              - cell
              - cell "125,00 €"
`;

describe('what a screen reader hears of a payment', () => {
  const opened = openForGroup(() => openConsole());

  it('on a payment: what happened first, then what can be done and why not, then the story', async () => {
    const { paid, night, refund } = operationsOn(opened.gateway);
    const { payment } = await paid('PAYBOX', { amount: '12500' });
    await night();
    await refund({ id: payment.id, amount: 2550 });
    const { page } = await opened.at(`/payments/${payment.id}`, ['comptabilite']);
    await page.getByText('REMBOURSEMENT').first().waitFor();
    await settled(page);
    const tree = await heardTree(page.getByRole('main'));
    expect(tree.split('\n  - region "Ancienne URL')[0]).toBe(expected);
    // The button that is off names its reason, and the headings do not hold the buttons beside them.
    const why = await page.getByRole('button', { name: 'Annuler le paiement' }).getAttribute('aria-describedby');
    expect(await page.locator(`[id="${why}"]`).textContent()).toBe('Le paiement est remboursé en partie.');
    expect(tree).toContain('- heading "GraphQL" [level=3]\n    - button "Copier la requête GraphQL"');
  });
});
