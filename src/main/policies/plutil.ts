import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * A property list of any format as JSON, by the system's own tool: managed preferences are binary. Null if there is none;
 * throws if the tool refuses it, or takes longer than `timeoutMs`.
 */
export function plistAsJson(path: string, plutil = '/usr/bin/plutil', timeoutMs = 3000): string | null {
  if (!existsSync(path)) return null;
  return execFileSync(plutil, ['-convert', 'json', '-o', '-', path], {
    encoding: 'utf8',
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: 1_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
