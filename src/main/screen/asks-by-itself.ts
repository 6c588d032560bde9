/**
 * Whether the system itself asks its user what to share, when the capture begins: the desktop portal of Wayland. It goes by what
 * WebRTC goes by when it captures (`DesktopCapturer::IsRunningUnderWayland`): by another rule, either two pickers would come or
 * none, and then the whole screen would be shared unasked.
 */
export const asksByItself = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean =>
  platform === 'linux' &&
  (env['XDG_SESSION_TYPE'] ?? '').startsWith('wayland') &&
  env['WAYLAND_DISPLAY'] !== undefined;
