import type { AccessibilityStatementWords } from '../fr/accessibility-statement.ts';

export const accessibilityStatementEn: AccessibilityStatementWords = {
  title: 'Accessibility statement',
  close: 'Close',
  sections: [
    {
      title: 'Compliance',
      text: [
        'Visio-Agents does not comply with the French accessibility reference (RGAA), version 4.1: no compliance audit has been carried out yet.',
      ],
    },
    {
      title: 'What is done',
      text: [
        'Every control works with the keyboard, has a name that screen readers read and shows where the focus is. Colours follow the light, dark or high-contrast theme of the system, and animations stop if the system asks for it.',
      ],
    },
    {
      title: 'What is missing',
      text: [
        'Meetings have no captions. What participants show on screen has no text alternative. The reading by the main screen readers has not been checked by people who use them.',
      ],
    },
    {
      title: 'Tell us about a difficulty',
      text: [
        'If an accessibility fault keeps you from using the application, contact your help desk for assistance or another solution.',
        'Without a satisfactory answer, you may turn to the Defender of Rights (Défenseur des droits), on defenseurdesdroits.fr or by telephone on +33 9 69 39 00 00.',
      ],
    },
  ],
};
