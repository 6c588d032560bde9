/** What may be in the app, and why; paths are those of the unpacked folder, and of the archive behind `app.asar/`. */
export type Allowed = {
  readonly what: string;
  readonly why: string;
  readonly files: RegExp;
  /** Made for some packages only. */
  readonly optional?: true;
};

const ours: readonly Allowed[] = [
  {
    what: 'main process',
    why: 'our code and zod',
    files: /^app\.asar\/out\/main\/(index|chunks\/[\w.-]+)\.js$/,
  },
  {
    what: 'compiled for main',
    why: 'keytar: the system’s keychain; on Windows native-reg: its registry',
    files: /^app\.asar\/out\/main\/(keytar|native-reg)\.node$/,
  },
  {
    what: 'preload',
    why: 'the two functions between page and main',
    files: /^app\.asar\/out\/preload\/index\.cjs$/,
  },
  {
    what: 'page: scripts',
    why: 'our code, React, livekit-client, icons; see the list of packages',
    files: /^app\.asar\/out\/renderer\/assets\/[\w.-]+\.js$/,
  },
  {
    what: 'page: styles',
    why: 'ours, and what we use of the DSFR',
    files: /^app\.asar\/out\/renderer\/assets\/[\w.-]+\.css$/,
  },
  {
    what: 'page: fonts',
    why: 'Marianne, for services of the State',
    files: /^app\.asar\/out\/renderer\/assets\/Marianne-(Bold|Medium|Regular)-[\w-]+\.woff2$/,
  },
  {
    what: 'page: pictures',
    why: 'icons that the DSFR’s styles name',
    files: /^app\.asar\/out\/renderer\/assets\/[\w-]+\.svg$/,
  },
  {
    what: 'pages',
    why: 'the app’s, and those of the windows that main has beside it; they load the others',
    files: /^app\.asar\/out\/renderer\/(index|picker|proxy|sharing-bar)\.html$/,
  },
  { what: 'package.json', why: 'name, version, and where main begins', files: /^app\.asar\/package\.json$/ },
];

const unlessMacos: readonly Allowed[] = [
  { what: 'archive', why: 'holds what is listed as app.asar', files: /^resources\/app\.asar$/ },
  {
    what: 'compiled for main: files',
    why: 'the system loads nothing out of an archive',
    files: /^resources\/app\.asar\.unpacked\/out\/main\/(keytar|native-reg)\.node$/,
  },
  {
    what: 'our licences',
    why: 'ours and those of the npm packages in the archive',
    files: /^LICENSES-third-party\.txt$/,
  },
  { what: 'Electron’s licence', why: 'Electron asks for it', files: /^LICENSE\.electron\.txt$/ },
  {
    what: 'Chromium’s licences',
    why: 'the hundreds of programs in Chromium ask for it',
    files: /^LICENSES\.chromium\.html$/,
  },
  { what: 'characters', why: 'ICU: dates, scripts, order', files: /^icudtl\.dat$/ },
  {
    what: 'Chromium’s words',
    why: 'French and English; its other languages are left out',
    files: /^locales\/(fr|en-US)\.pak$/,
  },
  {
    what: 'Chromium’s pages',
    why: 'their pictures and scripts; Chromium reads them at its start',
    files: /^(chrome_100_percent|chrome_200_percent|resources)\.pak$/,
  },
  {
    what: 'V8’s snapshots',
    why: 'JavaScript’s own functions, ready at the start',
    files: /^(snapshot_blob|v8_context_snapshot)\.bin$/,
  },
  { what: 'Electron’s version', why: 'a line that Electron brings', files: /^version$/ },
];

const linux: readonly Allowed[] = [
  { what: 'the program', why: 'Electron under our name: Chromium, Node, V8', files: /^visio-agents$/ },
  ...unlessMacos,
  {
    what: 'graphics',
    why: 'OpenGL (ANGLE), Vulkan, and drawing without a graphics card',
    files: /^(lib(EGL|GLESv2|vk_swiftshader)\.so|libvulkan\.so\.1|vk_swiftshader_icd\.json)$/,
  },
  { what: 'codecs', why: 'ffmpeg, as Chromium links it', files: /^libffmpeg\.so$/ },
  {
    what: 'sandbox helper',
    why: 'the sandbox where the kernel gives nobody namespaces',
    files: /^chrome-sandbox$/,
  },
  { what: 'crash handler', why: 'Chromium’s; we send nothing anywhere', files: /^chrome_crashpad_handler$/ },
  {
    what: 'AppArmor profile',
    why: 'Ubuntu 24.04 lets only programs with one make a sandbox',
    files: /^resources\/apparmor-profile$/,
    optional: true,
  },
];

// As Electron's archives for Windows hold them; not tried.
const windows: readonly Allowed[] = [
  { what: 'the program', why: 'Electron under our name', files: /^visio-agents\.exe$/i },
  ...unlessMacos,
  {
    what: 'graphics',
    why: 'OpenGL over Direct3D (ANGLE), and drawing without a graphics card',
    files:
      /^((libEGL|libGLESv2|vk_swiftshader|vulkan-1|d3dcompiler_47|dxcompiler|dxil)\.dll|vk_swiftshader_icd\.json)$/,
  },
  { what: 'codecs', why: 'ffmpeg, as Chromium links it', files: /^ffmpeg\.dll$/ },
];

// Apple's form of an app; not tried.
const macos: readonly Allowed[] = [
  {
    what: 'archive',
    why: 'holds what is listed as app.asar',
    files: /^Visio-Agents\.app\/Contents\/Resources\/app\.asar$/,
  },
  {
    what: 'compiled for main: files',
    why: 'the system loads nothing out of an archive',
    files: /^Visio-Agents\.app\/Contents\/Resources\/app\.asar\.unpacked\/out\/main\/keytar\.node$/,
  },
  {
    what: 'our licences',
    why: 'ours and those of the npm packages in the archive',
    files: /^Visio-Agents\.app\/Contents\/Resources\/LICENSES-third-party\.txt$/,
  },
  {
    what: 'icon and words',
    why: 'what the Finder shows, and what the system says when it asks the user',
    files: /^Visio-Agents\.app\/Contents\/Resources\/(icon\.icns|(fr|en)\.lproj\/[\w.]+)$/,
  },
  {
    what: 'the app',
    why: 'our name on Electron, its description and signature',
    files:
      /^Visio-Agents\.app\/Contents\/(Info\.plist|PkgInfo|MacOS\/Visio-Agents|_CodeSignature\/CodeResources)$/,
  },
  {
    what: 'Electron',
    why: 'its framework, its helpers, and the three libraries that it is linked with',
    files:
      /^Visio-Agents\.app\/Contents\/Frameworks\/(Electron Framework|Mantle|ReactiveObjC|Squirrel|Visio-Agents Helper( \((GPU|Plugin|Renderer)\))?)\.(framework|app)\//,
  },
  {
    what: 'Electron’s licences',
    why: 'Electron and Chromium ask for it',
    files: /^(LICENSE\.electron\.txt|LICENSES\.chromium\.html|version)$/,
    optional: true,
  },
];

/** The list for an unpacked app of that system. */
export function allowedContents(system: NodeJS.Platform): readonly Allowed[] {
  const around = system === 'win32' ? windows : system === 'darwin' ? macos : linux;
  return [...ours, ...around];
}
