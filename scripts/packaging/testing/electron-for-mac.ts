import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The form of Electron's folder for macOS, with nothing in it: enough for electron-builder to make our app of it. */
export async function layOutElectronForMac(directory: string): Promise<void> {
  const contents = path.join(directory, 'Electron.app', 'Contents');
  const put = async (name: string, text = ''): Promise<void> => {
    await mkdir(path.dirname(path.join(contents, name)), { recursive: true });
    await writeFile(path.join(contents, name), text);
  };
  await put('Info.plist', plist('Electron'));
  await put('MacOS/Electron');
  const framework = 'Frameworks/Electron Framework.framework/Versions/A/Resources';
  for (const language of ['fr', 'en', 'en_GB', 'de', 'pt_BR']) {
    await mkdir(path.join(contents, 'Resources', `${language}.lproj`), { recursive: true });
    await put(`${framework}/${language}.lproj/locale.pak`);
  }
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = `Electron Helper${kind}`;
    await put(`Frameworks/${helper}.app/Contents/Info.plist`, plist(helper));
    await put(`Frameworks/${helper}.app/Contents/MacOS/${helper}`);
  }
}

// Electron's own words, which nobody is to read.
const plist = (executable: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
  <key>CFBundleExecutable</key><string>${executable}</string>
  <key>LSMinimumSystemVersion</key><string>10.0</string>
  <key>NSMicrophoneUsageDescription</key><string>This app needs access to the microphone</string>
  <key>NSCameraUsageDescription</key><string>This app needs access to the camera</string>
</dict></plist>
`;
