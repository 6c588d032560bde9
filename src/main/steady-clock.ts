import { uptime } from 'node:os';

/**
 * Ms since the computer started: for lengths of time, and for how long something holds. Nobody sets it, unlike `Date.now`,
 * and it goes on while the computer sleeps, unlike `performance.now` (CLOCK_MONOTONIC on Linux, libuv 1.49). Steps: 10 ms on
 * Linux (/proc/uptime), 16 ms on Windows (GetTickCount64), a second on macOS (kern.boottime, which follows the set clock).
 */
export const steadyClock = (): number => uptime() * 1000;
