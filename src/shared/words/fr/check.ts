/** What `visio-agents --check` prints for an administrator. */
export const checkFr = {
  settings: 'Réglages',
  checks: 'Vérifications',
  colon: '\u00a0: ',
  fine: 'conforme.',
  incomplete: "Certaines vérifications n'ont pas répondu à temps.",
  failed: 'en échec.',
  names: {
    folder: "Dossier de l'application",
    policies: "Réglages de l'administration",
    server: 'Adresse du service de réunion',
    proxy: 'Chemin vers le service',
    service: 'Service de réunion',
    media: 'Serveur de médias',
    signIn: "Service d'identification",
    keychain: "Trousseau de l'ordinateur",
  },
  reasons: {
    'media-error': 'Le serveur de médias répond par une erreur.',
    'folder-unwritable': "L'application ne peut rien enregistrer dans son dossier.",
    'policy-problem': "Une partie des réglages de l'administration est illisible ou fausse.",
    'keychain-missing': 'Aucun trousseau ne répond.',
    'keychain-locked': 'Le trousseau est verrouillé.',
    'keychain-refused': "Le trousseau a refusé l'accès.",
    'secret-too-large': 'Le secret est trop long pour le trousseau.',
  },
};
