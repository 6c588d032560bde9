import { DisconnectReason, LeaveRequest, LeaveRequest_Action } from '@livekit/protocol';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { admission } from '../../meeting/testing/fake-meeting.ts';
import { renderInRoom } from '../testing/render-in-room.tsx';
import { useConnection } from './use-connection.ts';

const Connection = () => <p>{useConnection()}</p>;
const leaving = (reason: DisconnectReason) =>
  new LeaveRequest({ reason, action: LeaveRequest_Action.DISCONNECT });

test('a repair of livekit-client’s own is « reconnecting »', async () => {
  const { losesConnection } = await renderInRoom(<Connection />);
  expect(screen.getByText('connected')).toBeDefined();
  await losesConnection();
  expect(screen.getByText('reconnecting')).toBeDefined();
});

test('a connection that is given up is asked for anew, and is up again with a fresh admission', async () => {
  const { server, main } = await renderInRoom(<Connection />);
  server.send({ case: 'leave', value: leaving(DisconnectReason.SERVER_SHUTDOWN) });
  expect(await screen.findByText('reconnecting')).toBeDefined();
  await expect.poll(() => main.asked).toContain('meeting:rejoin');
  await main.answer('meeting:rejoin', ok({ ...admission, livekitUrl: server.url }));
  expect(await screen.findByText('connected')).toBeDefined();
});

test('whoever came in from elsewhere takes the meeting along', async () => {
  const { server, meeting, session } = await renderInRoom(<Connection />);
  server.send({ case: 'leave', value: leaving(DisconnectReason.DUPLICATE_IDENTITY) });
  await expect.poll(() => meeting.phase()).toMatchObject({ failure: { code: 'joined-elsewhere' } });
  expect(session.room.state).toBe('disconnected');
});
