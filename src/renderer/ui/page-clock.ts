/**
 * Ms since the page began: for lengths of time. Nobody sets it, unlike the time of day. It may stand still while the computer
 * sleeps (Chromium 130 on Linux and macOS); what must not, is told by main (`meeting:time`).
 */
export const pageClock = (): number => performance.now();
