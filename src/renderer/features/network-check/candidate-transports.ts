/** Which direct ways to it the media server has named so far, by the session description that grows with each of them. */
export function candidateTransports(sdp: string): { readonly udp: boolean; readonly tcp: boolean } {
  const named = new Set(
    [...sdp.matchAll(/^a=candidate:\S+ \d+ (\w+) /gm)].map(([, way]) => way?.toLowerCase()),
  );
  return { udp: named.has('udp'), tcp: named.has('tcp') };
}
