/** « Réseau », on the page « J'active mon matériel ». */
export const networkFr = {
  title: 'Réseau',
  lead: "Cette vérification dit en moins d'une minute ce que ce réseau laisse passer. Votre micro n'est pas utilisé.",
  check: 'Vérifier le réseau',
  checkAgain: 'Vérifier de nouveau',
  stop: 'Arrêter la vérification',
  running: 'Vérification du réseau en cours…',
  results: 'Résultats de la vérification',
  /** Beside a check that is under way, or waits for its turn. */
  underWay: 'En cours…',
  waiting: 'En attente',
  outcomes: {
    works: 'Fonctionne',
    fails: 'Ne fonctionne pas',
    'not-offered': 'Non proposé',
    skipped: 'Non vérifié',
  },
  checks: {
    service: {
      name: 'Service de réunion',
      works: 'Le service répond.',
      fails: "Le service n'a pas donné la réponse attendue.",
    },
    websocket: {
      name: 'Serveur de médias (WebSocket)',
      works: "L'entrée dans une réunion est possible.",
      fails: "L'entrée dans une réunion est impossible.",
      skipped: "Le service n'a pas donné de salle d'essai.",
    },
    udp: {
      name: 'Son et vidéo par UDP',
      works: "C'est le chemin le plus rapide.",
      fails: 'Le chemin le plus rapide est fermé.',
      'not-offered': 'Le service ne propose pas ce chemin.',
      skipped: 'Rien à essayer sans le serveur de médias.',
    },
    publish: {
      name: "Envoi d'un son",
      works: 'Le serveur a reçu le son envoyé.',
      fails: "Le serveur n'a pas reçu le son envoyé.",
      skipped: 'Rien à essayer sans le serveur de médias.',
    },
    turn: {
      name: 'Son et vidéo par un relais (TURN)',
      works: "C'est un chemin de secours.",
      fails: 'Ce chemin de secours est fermé.',
      'not-offered': 'Le service ne propose pas de relais.',
      skipped: 'Rien à essayer sans le serveur de médias.',
    },
    tcp: {
      name: 'Son et vidéo par TCP',
      works: "C'est un chemin de secours.",
      fails: 'Ce chemin de secours est fermé.',
      'not-offered': 'Le service ne propose pas ce chemin.',
      skipped: 'Rien à essayer sans le serveur de médias.',
    },
  },
  /** Of a fallback, where the sound took it. */
  wayTaken: "C'est le chemin que prennent les réunions ici.",
  meanings: {
    'all-well': {
      title: 'Ce réseau convient aux réunions.',
      advice: 'Le son et la vidéo passent par le chemin le plus rapide.',
    },
    'all-well-by-tcp': {
      title: 'Ce réseau convient aux réunions.',
      advice: 'Le son et la vidéo passent par TCP, comme ce service le prévoit.',
    },
    'no-udp': {
      title: 'Les réunions fonctionnent, mais leur qualité peut souffrir.',
      advice:
        "Ce réseau bloque UDP : le son et la vidéo passent par TCP, où les coupures s'entendent davantage. Demandez à votre service informatique d'ouvrir UDP vers le serveur de médias.",
    },
    'relay-only': {
      title: 'Les réunions fonctionnent par un relais.',
      advice:
        "Ce réseau bloque les chemins directs : le son et la vidéo font un détour et peuvent avoir du retard. Demandez à votre service informatique d'ouvrir UDP vers le serveur de médias.",
    },
    'nothing-arrives': {
      title: "Le son que vous envoyez n'arrive pas.",
      advice:
        "La connexion se fait, mais trop de données s'y perdent. Rapprochez-vous de la borne Wi-Fi, branchez un câble ou changez de réseau, puis vérifiez de nouveau.",
    },
    'no-media': {
      title: 'Ni le son ni la vidéo ne passent.',
      advice:
        "Ce réseau bloque tous les chemins vers le serveur de médias. Changez de réseau, par exemple avec le partage de connexion d'un téléphone, ou prévenez votre service informatique.",
    },
    'no-websocket': {
      title: "L'entrée dans une réunion est bloquée.",
      advice:
        'Le service répond, mais un pare-feu ou un proxy bloque la connexion WebSocket vers le serveur de médias. Changez de réseau ou prévenez votre service informatique.',
    },
    'media-down': {
      title: 'Le serveur de médias ne répond pas au service.',
      advice: "La panne n'est pas sur votre réseau. Réessayez dans quelques minutes.",
    },
    'service-down': {
      title: 'Le service de réunion ne répond pas.',
      advice:
        "Si d'autres sites s'ouvrent sur cet ordinateur, la panne vient du service ou un pare-feu le bloque. Réessayez dans quelques minutes, ou sur un autre réseau.",
    },
    'service-error': {
      title: 'Le service de réunion rencontre un problème.',
      advice:
        "Il répond, mais sa réponse est une erreur\u00a0: la panne n'est pas sur votre réseau. Réessayez dans quelques minutes.",
    },
    'service-busy': {
      title: "Le service est très demandé : la vérification n'a pas pu se faire.",
      advice: 'Réessayez dans une minute.',
    },
    'no-check': {
      title: 'Ce service ne permet pas encore de vérifier le réseau.',
      advice: 'Il répond ; ouvrez une réunion pour essayer le son et la vidéo.',
    },
    'other-media': {
      title: "La vérification n'a pas pu se faire dans cette réunion.",
      advice:
        "Le service a indiqué un autre serveur de médias que celui de la réunion. Vérifiez après l'avoir quittée.",
    },
    offline: {
      title: "Cet ordinateur n'est relié à aucun réseau.",
      advice: 'Branchez un câble ou choisissez un réseau Wi-Fi, puis vérifiez de nouveau.',
    },
    'no-server': {
      title: "L'application ne connaît pas encore de service de réunion.",
      advice: "Indiquez son adresse sur la page d'accueil.",
    },
    'certificate-untrusted': {
      title: "L'identité du service de réunion n'a pas pu être vérifiée.",
      advice:
        "Un appareil de ce réseau s'interpose peut-être. Prévenez votre service informatique ; il peut ajouter l'autorité qui manque.",
    },
    'proxy-authentication': {
      title: 'Le proxy de ce réseau refuse le passage.',
      advice:
        "Vérifiez de nouveau et donnez votre nom d'utilisateur et votre mot de passe quand ils sont demandés.",
    },
    'not-a-service': {
      title: "Ce qui répond ici n'est pas le service de réunion.",
      advice:
        "Une page d'accueil du réseau (hôtel, gare, établissement) s'interpose peut-être : ouvrez un site dans votre navigateur pour vous y connecter, puis vérifiez de nouveau.",
    },
    'app-too-old': {
      title: "Cette version de l'application n'est plus acceptée par le service.",
      advice: 'Mettez-la à jour, ou demandez-le à votre assistance.',
    },
    stopped: {
      title: 'La vérification a été arrêtée.',
      advice: 'Les résultats ci-dessous sont incomplets.',
    },
  },
};
