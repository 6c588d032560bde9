import { WinPackager, type Target } from 'electron-builder';
import { readSettings } from './settings.ts';

/** The WiX source of the MSI for the app in this folder, as electron-builder hands it to `msiProjectCreated`. */
export async function renderMsi(appFolder: string, icon: string): Promise<string> {
  const packager = new WinPackager(await readSettings({ win: { icon } }));
  const { msi } = packager.config;
  let made: Target | undefined;
  packager.createTargets(['msi'], (_, create) => {
    made = create(appFolder);
  });
  // Its own build() goes on to WiX, which runs on Windows only. 1 is electron-builder's Arch.x64, 2 its « never ».
  const target = made as unknown as {
    writeManifest(folder: string, architecture: 1, options: object): Promise<string>;
  };
  return target.writeManifest(appFolder, 1, {
    isPerMachine: msi?.perMachine === true,
    isAssisted: msi?.oneClick === false,
    shortcutName: packager.appInfo.sanitizedProductName,
    isCreateDesktopShortcut: msi?.createDesktopShortcut === false ? 2 : 0,
    isCreateStartMenuShortcut: msi?.createStartMenuShortcut !== false,
    menuCategory: null,
  });
}
