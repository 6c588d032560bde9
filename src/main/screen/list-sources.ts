import type { DesktopCapturer, DesktopCapturerSource } from 'electron';
import type { ScreenKind, ShareableSource } from '../../shared/screen-picker.ts';

type Deps = {
  readonly getSources: DesktopCapturer['getSources'];
  /** `getMediaSourceId` of each window of the app. */
  readonly ownIds: () => readonly string[];
  readonly screenName: (number: number, of: number) => string;
};

/** Pixels, at most: twice what is drawn of one beside two others. */
const previewSize = { width: 480, height: 270 };
const quality = 70;
/** More windows than anybody looks through. */
const most = 60;
const longestName = 200;

/** What can be shared now, with a small picture of each; the app's own windows are not among them. */
export async function listSources(
  kind: ScreenKind,
  { getSources, ownIds, screenName }: Deps,
): Promise<readonly ShareableSource[]> {
  const found = await getSources({ types: [kind], thumbnailSize: previewSize });
  const ours = new Set(ownIds().map(handleOf));
  const others = found.filter(({ id }) => kind === 'screen' || !ours.has(handleOf(id)));
  return others.slice(0, most).map((source, index) => ({
    id: source.id,
    // The names that Chromium gives to screens are English.
    name: kind === 'screen' ? screenName(index + 1, found.length) : source.name.slice(0, longestName),
    preview: previewOf(source),
  }));
}

/** The system's name of a window. What follows it in an id is Chromium's own number, which not every list has. */
const handleOf = (id: string): string => id.split(':').slice(0, 2).join(':');

function previewOf({ thumbnail }: Pick<DesktopCapturerSource, 'thumbnail'>): string | null {
  // A minimised window has none.
  if (thumbnail.isEmpty()) return null;
  return `data:image/jpeg;base64,${thumbnail.toJPEG(quality).toString('base64')}`;
}
