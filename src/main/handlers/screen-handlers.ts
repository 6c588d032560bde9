import type { HandlersOf } from '../../shared/calls/call-table.ts';
import type { screenCallTable } from '../../shared/calls/screen.ts';
import { ok } from '../../shared/result.ts';
import type { ScreenShare } from '../screen/screen-share.ts';

/** What the window tells of its screen share. */
export const screenHandlers = ({
  stopped,
}: Pick<ScreenShare, 'stopped'>): HandlersOf<typeof screenCallTable> => ({
  async 'screen:stopped'() {
    stopped();
    return ok();
  },
});
