const node = { connect: () => undefined, disconnect: () => undefined };

/** Enough of an audio context to measure: every analyser reads the loudness that the test has set, 0..1. */
export class FakeAudioContext extends EventTarget {
  static loudness = 0;
  readonly state = 'running';
  readonly destination = {};

  get currentTime(): number {
    return performance.now() / 1000;
  }

  createAnalyser() {
    return {
      ...node,
      fftSize: 2048,
      getFloatTimeDomainData: (into: Float32Array) => into.fill(FakeAudioContext.loudness),
      getByteTimeDomainData: (into: Uint8Array) => into.fill(128 + 127 * FakeAudioContext.loudness),
    };
  }

  createMediaStreamSource = () => node;
  async resume(): Promise<void> {}
  async close(): Promise<void> {}
}
