import { createStore } from 'zustand/vanilla';
import type { InvitationLink } from '../../../shared/invitation-link.ts';
import type { MeetingEvent } from '../../../shared/service-api.ts';
import { createEntryActions, type EntryActions } from './entry-actions.ts';
import type { MeetingState, Overlay } from './meeting-state.ts';
import { createStayActions, type StayActions } from './stay-actions.ts';
import { createTransitions, type Deps } from './transitions.ts';
import { createWaitingActions } from './waiting-actions.ts';

export type { InRoom, Phase } from './meeting-phase.ts';
export type { Overlay };

export type MeetingStore = MeetingState &
  EntryActions &
  StayActions & {
    stopWaiting(): Promise<void>;
    receiveEvent(event: MeetingEvent): Promise<void>;
    leaveForOther(link: InvitationLink): Promise<void>;
    show(overlay: Overlay): void;
    setServiceReachable(reachable: boolean): void;
    /** What time it is (RFC 3339) at the service of the meeting with that id; null: at that of no meeting. */
    hearTime(serverNow: string, meetingId: string | null): void;
  };

export type MeetingStoreApi = ReturnType<typeof createMeetingStore>;

/** The union of phases, and the actions between them. */
export const createMeetingStore = (bridge: Deps['bridge'], now: Deps['now']) =>
  createStore<MeetingStore>()((set, get) => {
    const deps: Deps = { bridge, now };
    const transitions = createTransitions(deps, set, get);
    const entry = createEntryActions(deps, transitions);
    const { hearWaiting, stopWaiting } = createWaitingActions(deps, transitions);
    const { hearInRoom, ...stay } = createStayActions(deps, transitions);

    return {
      phase: { name: 'home' },
      overlay: null,
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
        transitions.show(null);
        await stay.leave(false);
        await entry.receiveLink(link);
      },

      show: transitions.show,
      setServiceReachable: (serviceReachable) => set({ serviceReachable }),
      hearTime(serverNow, meetingId) {
        const room = transitions.inRoom();
        // Each service has its own clock.
        if (room && room.admission.meeting.id !== meetingId) return;
        set({ skewMs: Date.parse(serverNow) - now() });
      },
    };
  });
