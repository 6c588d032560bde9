import { createStore } from 'zustand/vanilla';
import type { InvitationLink } from '../../../shared/invitation-link.ts';
import type { MeetingEvent } from '../../../shared/meeting-events.ts';
import { createEntryActions, type EntryActions } from './entry-actions.ts';
import type { MeetingState } from './meeting-phase.ts';
import { createInRoomActions, type InRoomActions } from './in-room-actions.ts';
import { createPhaseSteps, type Deps } from './phase-steps.ts';
import { createWaitingActions } from './waiting-actions.ts';

export type MeetingStore = MeetingState &
  EntryActions &
  InRoomActions & {
    stopWaiting(): Promise<void>;
    receiveEvent(event: MeetingEvent): Promise<void>;
    leaveForOther(link: InvitationLink): Promise<void>;
    setServiceReachable(reachable: boolean): void;
    /** What time it is (RFC 3339) at the service of the meeting with that id; null: at that of no meeting. */
    hearTime(serverNow: string, meetingId: string | null): void;
  };

export type MeetingStoreApi = ReturnType<typeof createMeetingStore>;

/** The union of phases, and the actions between them. */
export const createMeetingStore = (deps: Deps) =>
  createStore<MeetingStore>()((set, get) => {
    const steps = createPhaseSteps(deps, set, get);
    const entry = createEntryActions(deps, steps);
    const { hearWaiting, stopWaiting } = createWaitingActions(deps, steps);
    const { hearInRoom, ...stay } = createInRoomActions(deps, steps);

    return {
      phase: { name: 'home' },
      serviceReachable: true,
      skewMs: 0,
      ...entry,
      ...stay,
      stopWaiting,

      async receiveEvent(event) {
        const { phase } = get();
        if (phase.name === 'waiting') await hearWaiting(phase, event);
        else if (phase.name === 'in-room') await hearInRoom(phase, event);
      },

      async leaveForOther(link) {
        deps.navigation.getState().close();
        await stay.leave(false);
        await entry.receiveLink(link);
      },

      setServiceReachable: (serviceReachable) => set({ serviceReachable }),
      hearTime(serverNow, meetingId) {
        const room = steps.inRoom();
        // Each service has its own clock.
        if (room && room.admission.meeting.id !== meetingId) return;
        set({ skewMs: Date.parse(serverNow) - deps.now() });
      },
    };
  });
