/**
 * Whether a name is that of a Bluetooth headset, as the systems write them; nothing else tells a page. Opening such a
 * microphone lowers the quality of what the headset plays.
 */
export const isWireless = (name: string): boolean =>
  /bluetooth|airpods|hands-?free|mains[- ]libres|bluez|\b(?:hfp|hsp)\b/i.test(name);
