import { screen } from '@testing-library/react';
import { Track } from 'livekit-client';
import { expect, test } from 'vitest';
import { renderInRoom } from '../session/testing/render-in-room.tsx';
import { StageTiles } from './StageTiles.tsx';

const everybody = Array.from({ length: 25 }, (_, index) => ({
  name: `Invité ${index + 1}`,
  sends: ['microphone', 'camera'] as const,
}));

test('the pictures of the page that is seen are received and no others, the sound of all', async () => {
  const { user, room } = await renderInRoom(<StageTiles />, { people: everybody });
  const received = (source: Track.Source) =>
    everybody
      .map(({ name }) => name)
      .filter((name) => room.remoteParticipants.get(name)?.getTrackPublication(source)?.isSubscribed);
  await expect.poll(() => received(Track.Source.Camera)).toHaveLength(24);
  expect(received(Track.Source.Camera)).not.toContain('Invité 25');
  await user.click(screen.getByRole('button', { name: 'Page suivante' }));
  await expect.poll(() => received(Track.Source.Camera)).toEqual(['Invité 25']);
  expect(received(Track.Source.Microphone)).toHaveLength(25);
});
