/** The declaration that the law asks for (loi n° 2005-102, article 47; RGAA 4.1), before any audit. */
export const accessibilityStatementFr = {
  title: "Déclaration d'accessibilité",
  close: 'Fermer',
  sections: [
    {
      title: 'État de conformité',
      text: [
        "Visio-Agents n'est pas conforme au référentiel général d'amélioration de l'accessibilité (RGAA), version 4.1 : aucun audit de conformité n'a encore été réalisé.",
      ],
    },
    {
      title: 'Ce qui est fait',
      text: [
        "Toutes les commandes s'utilisent au clavier, portent un nom lu par les lecteurs d'écran et montrent où se trouve le focus. Les couleurs suivent le thème clair, sombre ou à fort contraste du système, et les animations s'arrêtent si le système le demande.",
      ],
    },
    {
      title: 'Ce qui manque',
      text: [
        "Les réunions ne sont pas sous-titrées. Les images partagées par les participants n'ont pas d'équivalent textuel. La restitution par les principaux lecteurs d'écran n'a pas été vérifiée par des personnes qui s'en servent.",
      ],
    },
    {
      title: 'Nous signaler une difficulté',
      text: [
        "Si un défaut d'accessibilité vous empêche d'utiliser l'application, contactez votre assistance pour recevoir une aide ou une autre solution.",
        'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits, sur defenseurdesdroits.fr ou par téléphone au 09 69 39 00 00.',
      ],
    },
  ],
};
export type AccessibilityStatementWords = typeof accessibilityStatementFr;
