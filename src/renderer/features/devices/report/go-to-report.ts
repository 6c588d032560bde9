/** Of the button that prepares the report, at the bottom of the page. */
export const reportButtonId = 'prepare-report';

/** Takes whoever is stuck from a card to the report; the focus goes along. */
export function goToReport(): void {
  const button = document.getElementById(reportButtonId);
  button?.scrollIntoView({ block: 'center' });
  button?.focus({ preventScroll: true });
}
