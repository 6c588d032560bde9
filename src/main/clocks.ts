import { uptime } from 'node:os';

/**
 * Ms since the computer started, for durations and deadlines. Unlike the time of day nobody can set it, and unlike
 * `performance.now` (CLOCK_MONOTONIC on Linux, libuv 1.49) it goes on while the computer sleeps. Its resolution is
 * 10 ms on Linux (/proc/uptime), 16 ms on Windows (GetTickCount64), a second on macOS (kern.boottime, which moves with the
 * clock that is set).
 */
export const steadyClock = (): number => uptime() * 1000;

/** Ms since the epoch by the clock of this computer, which may be wrong by hours, and may be set while the app runs. */
export const wallClock = (): number => new Date().getTime();
