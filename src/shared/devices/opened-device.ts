import type { SystemDevice } from './system-facts.ts';

/** Which device the browser says is open, by its `deviceId` and its label. */
export type Opened = { readonly id: string; readonly label: string };

/**
 * The devices that the browser can mean: one, by its id; or, where the system's ids are not known, all that have this label.
 * Chromium opens the default one under the id « default », which stays so when the sound server's default changes.
 */
function meant(devices: readonly SystemDevice[], { id, label }: Opened): readonly SystemDevice[] {
  if (id === 'default' || id === '') return devices.filter((device) => device.isDefault);
  const known = devices.filter((device) => device.id === id);
  return known.length > 0 ? known : devices.filter((device) => device.label === label);
}

/** Whether what is open is muted outside of this app. Of several that it can be, all have to be: nobody is accused on a name. */
export function isMutedOutside(devices: readonly SystemDevice[] | null, opened: Opened): boolean {
  const all = meant(devices ?? [], opened);
  const ours = all.filter((device) => device.isOurs);
  const candidates = ours.length > 0 ? ours : all;
  return candidates.length > 0 && candidates.every((device) => device.isMuted);
}

/**
 * What is really read (or played on) where the browser says that this is open. A sound server moves a stream without telling:
 * when its device is pulled out, or when somebody asks it to. `as-said`: nothing speaks against the browser. `unclear`: it is
 * another, and several may be it.
 */
export function reallyOpen(
  devices: readonly SystemDevice[] | null,
  opened: Opened,
): SystemDevice | 'as-said' | 'unclear' {
  const ours = (devices ?? []).filter((device) => device.isOurs);
  const said = meant(devices ?? [], opened);
  // Nobody tells whose streams there are (Flatpak numbers its processes anew), or none of this app is there yet.
  if (ours.length === 0 || said.length === 0 || said.some((device) => device.isOurs)) return 'as-said';
  return ours.length === 1 && ours[0] ? ours[0] : 'unclear';
}
