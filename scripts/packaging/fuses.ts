import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import path from 'node:path';

/** Each as electron-builder's settings name it, and whether it is on. */
type Fuses = Readonly<Record<string, boolean>>;

/** What electron-builder 26.17 has no setting for. It lets the processor watch WebAssembly's memory, which is quick. */
const beyondSettings: Fuses = { wasmTrapHandlers: true };

/** The file or bundle that has the fuses, in the folder of the unpacked app. */
export function programIn(folder: string, system: string): string {
  const names: Readonly<Record<string, string>> = { darwin: 'Visio-Agents.app', win32: 'visio-agents.exe' };
  return path.join(folder, names[system] ?? 'visio-agents');
}

/** Sets what electron-builder cannot, where this Electron has it (33, for development, has not). */
export async function setFusesBeyondSettings(program: string): Promise<void> {
  const wire = await getCurrentFuseWire(program);
  const present = Object.entries(beyondSettings).flatMap(([name, on]) => {
    const fuse = numberOf(name);
    return wire[fuse] === undefined ? [] : [[fuse, on] as const];
  });
  if (present.length > 0)
    await flipFuses(program, { version: FuseVersion.V1, ...Object.fromEntries(present) });
}

/** Reads the fuses back; @throws unless every one that this Electron has is as it was wanted. */
export async function checkFuses(
  program: string,
  settings: NonNullable<Configuration['electronFuses']>,
): Promise<void> {
  const wanted = { ...beyondSettings, ...settings };
  const wire = await getCurrentFuseWire(program);
  if (wire.version !== FuseVersion.V1) throw new Error('The fuses are of a version that nobody here knows.');
  const fuses = Object.keys(wire).filter((key) => key !== 'version');
  const wrong = fuses.flatMap((index) => {
    const found = wire[Number(index) as FuseV1Options];
    const name = settingOf(Number(index));
    const on = name === undefined ? undefined : wanted[name as keyof typeof wanted];
    if (found === FuseState.REMOVED && on === undefined) return [];
    if (on === undefined) return [`${name ?? `number ${index}`} is set nowhere`];
    return found === (on ? FuseState.ENABLE : FuseState.DISABLE)
      ? []
      : [`${name} is ${describe(found)}, not ${on ? 'on' : 'off'}`];
  });
  const absent = Object.keys(settings).filter((name) => wire[numberOf(name)] === undefined);
  wrong.push(...absent.map((name) => `${name} is none of this Electron's`));
  if (wrong.length > 0) throw new Error(`The fuses are not as they should be: ${wrong.join('; ')}.`);
}

const describe = (state: FuseState | undefined): string =>
  state === FuseState.ENABLE ? 'on' : state === FuseState.DISABLE ? 'off' : 'without effect';

const settingOf = (fuse: number): string | undefined =>
  FuseV1Options[fuse]?.replace(/^./, (first) => first.toLowerCase());
const numberOf = (name: string): FuseV1Options =>
  FuseV1Options[name.replace(/^./, (first) => first.toUpperCase()) as keyof typeof FuseV1Options];
