import type { ShortcutsWords } from '../fr/shortcuts.ts';

export const shortcutsEn: ShortcutsWords = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  keys: { Control: 'Ctrl', Escape: 'Esc' },
  scopes: {
    meeting: 'During a meeting',
    app: 'Anywhere in the application',
  },
  does: {
    microphone: 'Turn the microphone on or off',
    camera: 'Turn the camera on or off',
    talk: 'Speak while the key is held, if you have already turned your microphone on in this meeting',
    close: 'Close the menu, the panel, the page or the question',
    'zoom-in': 'Make everything larger',
    'zoom-out': 'Make everything smaller',
    'zoom-reset': 'Go back to the normal size',
    'full-screen': 'Enter or leave full screen',
  },
  onMac: 'On a Mac, use Command instead of Ctrl; for full screen, Ctrl+Command+F.',
};
