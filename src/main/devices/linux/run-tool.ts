import { execFile } from 'node:child_process';

type ToolAnswer = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a program of the system with fixed arguments. Null: it is not there, or did not end in time. Never rejects. */
export type RunTool = (name: string, args: readonly string[]) => Promise<ToolAnswer | null>;

/**
 * `LC_ALL=C`: its output is parsed, and must not be in the user's language. `PULSE_BINARY`: if no sound server listens, libpulse
 * (16.1) starts this program for `pactl`; reading must start nothing, so it names a file that does not exist.
 */
export const runTool =
  (env: NodeJS.ProcessEnv, limitMs: number): RunTool =>
  (name, args) =>
    new Promise((resolve) => {
      const options = {
        env: { ...env, LC_ALL: 'C', PULSE_BINARY: '/nonexistent' },
        timeout: limitMs,
        killSignal: 'SIGKILL',
        maxBuffer: 1_000_000,
      } as const;
      execFile(name, args, options, (error, stdout, stderr) => {
        if (error === null) resolve({ code: 0, stdout, stderr });
        else resolve(typeof error.code === 'number' ? { code: error.code, stdout, stderr } : null);
      });
    });
