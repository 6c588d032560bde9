/** The beginning and the end of a link, which tell two links apart; `longest` counts characters. */
export function truncateMiddle(link: string, longest: number): string {
  const text = link.replace(/^https?:\/\//, '');
  if (text.length <= longest) return text;
  const end = Math.floor((longest - 1) / 3);
  return `${text.slice(0, longest - 1 - end)}…${text.slice(-end)}`;
}
