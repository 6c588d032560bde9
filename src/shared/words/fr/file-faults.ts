/** What is said of a file of settings that cannot be read; the name of the file stands before it. */
export const fileFaultsFr = {
  at: (line: number, what: string) => `${what}, ligne ${line}`,
  unreadable: 'ne peut pas être lu',
  'not-utf8': "n'est pas du JSON en UTF-8 (son encodage est différent)",
  comment: "n'est pas du JSON en UTF-8 (un commentaire n'y est pas permis)",
  'trailing-comma': "n'est pas du JSON en UTF-8 (une virgule est de trop)",
  'not-json': "n'est pas du JSON en UTF-8",
  'no-object': "n'est pas une liste de réglages entre accolades",
  'no-file': "n'est pas un fichier",
  'too-large': 'dépasse un mégaoctet',
  'no-access': "n'est pas accessible à l'application",
};
