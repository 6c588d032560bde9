import { expect, test } from 'vitest';
import { mediaRoomOf } from './media-room-of.ts';
import { admitted, fakeStay } from './testing/fake-stay.ts';

test('a media server that restarts brings people back with a fresh admission', async () => {
  const stay = fakeStay();
  await stay.during(async () => {
    await stay.until('in first');
    stay.server.lose('lost');
    await stay.until('in second');
  });
  expect(stay.reports).toEqual(['connecting', 'connected', 'reconnecting', 'reconnecting', 'connected']);
});

test('while the service does not answer it is asked again, ever more slowly, up to 5 s', async () => {
  const stay = fakeStay();
  let left = 6;
  stay.service.rejoinAnswers = () => (left-- > 0 ? 'service-unreachable' : admitted('second'));
  await stay.during(async () => {
    await stay.until('in first');
    stay.server.lose('lost');
    await stay.until('in second');
  });
  expect(stay.sleeps).toEqual([750, 1250, 2250, 2750, 2750, 2750, 2750]);
});

test('a room that refuses us is not tried again with the same admission: the service is asked why', async () => {
  const stay = fakeStay();
  stay.server.answers = (to) => mediaRoomOf(to) !== 'first';
  await stay.during(async () => {
    await stay.until('in second');
  });
  expect(stay.seen.filter((line) => line === 'refused first')).toHaveLength(1);
  expect(stay.reports).toEqual(['connecting', 'connecting', 'connecting', 'connected']);
});

test('when the service says that the meeting is over nothing is tried any more', async () => {
  const stay = fakeStay();
  stay.service.rejoinAnswers = () => {
    stay.service.admit(null);
    return 'meeting-over';
  };
  await stay.toTheEnd(async () => {
    await stay.until('in first');
    stay.server.lose('lost');
  });
  expect(stay.seen).toEqual(['in first', 'asleep']);
});

test('when the service says to rejoin, the new room is entered at once and the old one left first', async () => {
  const stay = fakeStay();
  await stay.during(async () => {
    await stay.until('in first');
    stay.service.admit(admitted('moved'));
    await stay.until('in moved');
  });
  expect(stay.seen).toEqual(['in first', 'hung up', 'in moved']);
  expect(stay.sleeps).toEqual([]);
});

test('a fresh admission to the room that one is in interrupts nobody', async () => {
  const stay = fakeStay();
  await stay.during(async () => {
    await stay.until('in first');
    stay.service.admit(admitted('first'));
  });
  expect(stay.seen).toEqual(['in first']);
});

test('somebody who is called twice to the same room goes there once', async () => {
  const stay = fakeStay();
  const arrived = Promise.withResolvers<boolean>();
  stay.server.answers = (to) => (mediaRoomOf(to) === 'moved' ? arrived.promise : true);
  await stay.during(async () => {
    await stay.until('in first');
    stay.server.isTroubled = true;
    stay.service.admit(admitted('moved'));
    await stay.until('hung up');
    stay.service.admit(admitted('moved'));
    arrived.resolve(true);
    await stay.until('in moved');
  });
  expect(stay.seen).toEqual(['in first', 'hung up', 'in moved']);
});

test('while livekit-client repairs the connection the service is asked where the room is, and one goes there', async () => {
  const stay = fakeStay();
  stay.service.rejoinAnswers = () => admitted('moved');
  await stay.during(async () => {
    await stay.until('in first');
    stay.server.needRepair();
    await stay.until('in moved');
  });
  expect(stay.seen).toEqual(['in first', 'hung up', 'in moved']);
});

test('a service that is away does not stop the repair', async () => {
  const stay = fakeStay();
  stay.service.rejoinAnswers = () => 'service-unreachable';
  await stay.during(async () => {
    await stay.until('in first');
    stay.server.needRepair();
    stay.server.needRepair();
  });
  expect(stay.seen).toEqual(['in first']);
});

test('a rejoin that arrives during the wait ends the wait', async () => {
  const stay = fakeStay();
  stay.waits.untilWoken = true;
  await stay.during(async () => {
    await stay.until('in first');
    stay.server.lose('lost');
    await stay.until('asleep');
    stay.service.admit(admitted('moved'));
    await stay.until('in moved');
  });
  expect(stay.seen).toEqual(['in first', 'asleep', 'in moved']);
});

test('the same person coming in from elsewhere is not fought over', async () => {
  const stay = fakeStay();
  await stay.toTheEnd(async () => {
    await stay.until('in first');
    stay.server.lose('replaced');
  });
  expect(stay.seen).toEqual(['in first', 'replaced']);
});

test('past the end of the meeting nobody keeps on trying, even if the service is silent', async () => {
  const stay = fakeStay();
  stay.service.rejoinAnswers = () => 'service-unreachable';
  await stay.toTheEnd(async () => {
    await stay.until('in first');
    stay.service.msLeft = 0;
    stay.server.lose('lost');
  });
  expect(stay.seen.at(-1)).toBe('time is up');
});

test('« Quitter » works while connecting', async () => {
  const stay = fakeStay();
  stay.server.answers = () => new Promise(() => undefined);
  await stay.during(() => undefined);
  expect(stay.seen).toEqual([]);
});
