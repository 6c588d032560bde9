import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInRoom } from './testing/render-in-room.tsx';
import { useSoundBlocked } from './use-sound-blocked.ts';

const Sound = () => <p>{useSoundBlocked() ? 'bloqué' : 'permis'}</p>;

test('sound that the browser holds back is told until it plays', async () => {
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play');
  play.mockRejectedValue(new DOMException('', 'NotAllowedError'));
  const { room, arrives } = await renderInRoom(<Sound />);
  expect(screen.getByText('permis')).toBeDefined();
  await arrives({ name: 'Paul', sends: ['microphone'] });
  expect(screen.getByText('bloqué')).toBeDefined();
  play.mockResolvedValue();
  await act(() => room.startAudio());
  expect(screen.getByText('permis')).toBeDefined();
  play.mockRestore();
});
