import { useEffect, useState } from 'react';

/** What somebody who waits is shown: nothing at first, then what is to come, then a word, then a way out. */
type LoadingPhase = 'fresh' | 'skeleton' | 'sentence' | 'way-out';

/** Ms of waiting after which each begins. */
const begins = { skeleton: 300, sentence: 5000, 'way-out': 15_000 } as const;

/** How long the component has been waiting since it appeared. */
export function useLoadingPhase(): LoadingPhase {
  const [stage, setStage] = useState<LoadingPhase>('fresh');
  useEffect(() => {
    const timers = [
      setTimeout(setStage, begins.skeleton, 'skeleton'),
      setTimeout(setStage, begins.sentence, 'sentence'),
      setTimeout(setStage, begins['way-out'], 'way-out'),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  return stage;
}
