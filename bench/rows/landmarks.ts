import type { Landmark } from '../lib/watch-page.ts';

/** What users look for in the app, and their likes in the bare page. */
export const landmarks = {
  app: {
    home: { selector: 'button', text: 'Ouvrir une réunion temporaire' },
    open: { selector: 'button', text: 'Ouvrir une réunion temporaire' },
    /** Said once the connection is up, to somebody who is alone. */
    inRoom: { selector: 'p', text: "Il n'y a que vous dans la réunion" },
    microphone: { selector: 'dialog button', text: 'Microphone' },
    joinPage: { selector: 'h1', text: 'Rejoindre la réunion' },
  },
  bare: {
    home: { selector: 'h1', text: 'Bonjour' },
    /** The page that meets, when livekit-client is loaded and the connection prepared. */
    ready: { selector: '#state', text: 'ready' },
    open: { selector: '#open' },
    both: { selector: '#both' },
    inRoom: { selector: '#state', text: 'in the room' },
    microphone: { selector: '#microphone' },
  },
} as const satisfies Record<string, Record<string, Landmark>>;
