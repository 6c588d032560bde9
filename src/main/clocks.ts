import { uptime } from 'node:os';

/**
 * Ms since the computer started: for lengths of time, and for how long something holds. Nobody sets it, unlike the time of
 * day, and it goes on while the computer sleeps, unlike `performance.now` (CLOCK_MONOTONIC on Linux, libuv 1.49). It steps by
 * 10 ms on Linux (/proc/uptime), 16 ms on Windows (GetTickCount64), a second on macOS (kern.boottime, which moves with the
 * clock that is set).
 */
export const steadyClock = (): number => uptime() * 1000;

/** Ms since the epoch, as this computer has it: wrong by hours at times, and set while the app runs. */
export const wallClock = (): number => new Date().getTime();
