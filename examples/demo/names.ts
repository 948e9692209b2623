/** Words that make the names of invented customers. No company bears these names. */

export const houses = [
  ...['Café', 'Brasserie', 'Épicerie', 'Restaurant', 'Hôtel', 'Cave', 'Traiteur', 'Auberge', 'Boulangerie', 'Crêperie'],
  ...['Bistrot', 'Cantine', 'Buvette', 'Pizzeria', 'Fromagerie', 'Primeur'],
] as const;

export const signs = [
  ...['des Tilleuls Bleus', 'du Canal Endormi', 'de la Halle Ronde', 'du Vieux Puits Sec', 'des Trois Lanternes'],
  ...['du Quai Sans Nom', 'de l’Horloge Lente', 'des Quatre Vents Doux', 'du Pont Tournant', 'de la Lune Rousse'],
  ...['du Coq Muet', 'des Sept Marches', 'de la Rue Courbe', 'du Phare Vert', 'de l’Œillet Blanc', 'du Moulin Carré'],
] as const;

export const streets = [
  ...['rue des Lilas', 'avenue de la Gare', 'rue du Marché', 'place de l’Église', 'boulevard des Platanes'],
  ...['rue de la Fontaine', 'chemin des Vignes', 'rue des Écoles', 'quai du Port', 'rue Haute'],
] as const;

export const towns = [
  ...[
    { zipCode: '75018', city: 'Paris' },
    { zipCode: '75011', city: 'Paris' },
    { zipCode: '92220', city: 'Bagneux' },
  ],
  ...[
    { zipCode: '92110', city: 'Clichy' },
    { zipCode: '93100', city: 'Montreuil' },
    { zipCode: '94200', city: 'Ivry' },
  ],
  ...[
    { zipCode: '78000', city: 'Versailles' },
    { zipCode: '95100', city: 'Argenteuil' },
  ],
] as const;

export const comments = [
  ...['Livraison mardi matin', 'Facture par courriel', 'Retrait au dépôt', 'Commande du mois', 'Solde de la commande'],
  ...['Livraison avant 9 h', 'Deux palettes', 'Appeler avant livraison'],
] as const;

export const strangers = [
  ...['LOCATION MATERIEL SUD', 'ASSURANCES DU PARC', 'SYNDIC DES TILLEULS', 'EMBALLAGES REUNIS', 'ENERGIE DU PORT'],
] as const;
