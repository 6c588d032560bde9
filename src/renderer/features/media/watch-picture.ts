const everyMs = 500;
/** Pixels of the small copy that is looked at. */
const [width, height] = [16, 9];

/** Tells twice a second how bright the brightest part of the picture is, 0..255, until the returned function is called. */
export function watchPicture(track: MediaStreamTrack, tell: (brightest: number) => void): () => void {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => undefined); // ended before its first frame
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const timer = setInterval(() => {
    if (!context || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    context.drawImage(video, 0, 0, width, height);
    tell(brightestOf(context.getImageData(0, 0, width, height).data));
  }, everyMs);
  return () => {
    clearInterval(timer);
    video.srcObject = null;
  };
}

/** Of RGBA values, four a pixel: the largest red, green or blue. */
function brightestOf(rgba: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < rgba.length; i++) if (i % 4 !== 3) most = Math.max(most, rgba[i] ?? 0);
  return most;
}
