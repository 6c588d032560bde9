import { createStore } from 'zustand/vanilla';
import { parseJson } from '../../../shared/parse-json.ts';

export const layouts = ['grid', 'speaker'] as const;
export const selfViews = ['tile', 'small', 'hidden'] as const;

/** What this person chose in « Vue »; remembered from one meeting to the next. */
export type ViewChoice = {
  readonly layout: (typeof layouts)[number];
  /** Our own picture: among the others, small in a corner, or not at all. */
  readonly self: (typeof selfViews)[number];
  /** People without a picture stand in one line. */
  readonly foldsPictureless: boolean;
  /** Which part of the stage the filmstrip takes (0–1); null while nobody has moved its edge. */
  readonly stripShare: number | null;
  readonly isStripFolded: boolean;
};

export type StageView = ViewChoice & {
  /** Keys of track references, for this stay only: the one pinned first comes first. */
  readonly pins: readonly string[];
  /** The key of the share that is in front; null is the newest one. */
  readonly share: string | null;
  /** The key of the share that fills the window; null while none does. */
  readonly filling: string | null;
  choose(choice: Partial<ViewChoice>): void;
  togglePin(key: string): void;
  showShare(key: string): void;
  fill(key: string): void;
  /** Ends that, if it is this one. */
  unfill(key: string): void;
};

export type StageViewStore = ReturnType<typeof createStageView>;

const storageKey = 'visio.view';
const usual: ViewChoice = {
  layout: 'grid',
  self: 'tile',
  foldsPictureless: false,
  stripShare: null,
  isStripFolded: false,
};

export const createStageView = (storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage) =>
  createStore<StageView>()((set, get) => ({
    ...readChoice(storage.getItem(storageKey)),
    pins: [],
    share: null,
    filling: null,
    choose(choice) {
      set(choice);
      const { layout, self, foldsPictureless, stripShare, isStripFolded } = get();
      storage.setItem(
        storageKey,
        JSON.stringify({ layout, self, foldsPictureless, stripShare, isStripFolded } satisfies ViewChoice),
      );
    },
    togglePin: (key) =>
      set(({ pins }) => ({
        pins: pins.includes(key) ? pins.filter((each) => each !== key) : [...pins, key],
      })),
    showShare: (share) => set({ share }),
    fill: (filling) => set({ filling }),
    unfill: (key) => set(({ filling }) => ({ filling: filling === key ? null : filling })),
  }));

/** Each by itself: another release may have written other values, which count as none. */
function readChoice(text: string | null): ViewChoice {
  const { layout, self, foldsPictureless, stripShare, isStripFolded } = membersOf(text);
  return {
    layout: layouts.find((each) => each === layout) ?? usual.layout,
    self: selfViews.find((each) => each === self) ?? usual.self,
    foldsPictureless: foldsPictureless === true,
    stripShare: typeof stripShare === 'number' && stripShare > 0 && stripShare < 1 ? stripShare : null,
    isStripFolded: isStripFolded === true,
  };
}

function membersOf(text: string | null): Readonly<Record<string, unknown>> {
  const value = text === null ? null : parseJson(text);
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
