/** The window that asks for the password of the network's proxy. */
export const proxyFr = {
  title: 'Connexion au proxy de votre réseau',
  lead: (proxy: string) =>
    `Le proxy « ${proxy} » demande qui vous êtes avant de laisser passer Visio-Agents.`,
  user: "Nom d'utilisateur",
  password: 'Mot de passe',
  keep: 'Mémoriser dans le trousseau de cet ordinateur',
  wrong: "Le proxy a refusé ce nom d'utilisateur ou ce mot de passe. Vérifiez-les et réessayez.",
  missing: "Saisissez le nom d'utilisateur et le mot de passe.",
  connect: 'Se connecter',
  cancel: 'Annuler',
};
