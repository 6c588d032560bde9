import type { SettingName } from '../../../shared/settings/settings.ts';

/** What each kind of control on the settings page is given. The server has a way of its own. */
export type ControlProps = {
  readonly name: Exclude<SettingName, 'server'>;
  readonly locked: boolean;
  /** Of the element that says who locked it. */
  readonly noteId: string;
  readonly onDecide: (value: string | boolean) => void;
};
