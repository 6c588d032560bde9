import type { Failure } from '../../shared/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  isManaged,
  resolveSettings,
  type ResolvedSettings,
  type SettingsLayer,
  type SettingsProblem,
} from '../../shared/settings/resolve-settings.ts';
import { settings, type SettingName, type Settings } from '../../shared/settings/settings.ts';
import type { UserFile } from './user-file.ts';

export type SettingsKeeper = {
  get(): Settings;
  /** With the source of each value and all problems, for the settings page and the administrator. */
  resolved(): ResolvedSettings;
  /** Refused (`not-allowed`) if the administrator or the environment decides, or if the value is not valid. */
  set<N extends SettingName>(name: N, value: Settings[N]): Result<void, Failure>;
  /** Called after each change, with the name of the setting. */
  onChange(listener: (name: SettingName) => void): void;
  /** The name last used to join, proposed the next time. */
  displayName(): string;
  rememberName(name: string): void;
  /** The stored agreements, unchecked: `keepAgreements` parses them. */
  agreedSignIns(): unknown;
  rememberAgreedSignIns(agreed: readonly object[]): void;
};

type Sources = {
  readonly policies: {
    readonly layers: readonly SettingsLayer[];
    readonly problems: readonly SettingsProblem[];
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly file: UserFile;
};

/** Entries of the user's file that are not settings. */
const nameKey = 'displayName';
const agreedKey = 'agreedSignIns';

/** The effective settings, by precedence: machine policy, user policy, environment, user, default. */
export function keepSettings({ policies, env, file }: Sources): SettingsKeeper {
  const listeners: ((name: SettingName) => void)[] = [];
  const server = env['VISIO_SERVER_URL'];
  const fixed: SettingsLayer[] = [
    ...policies.layers,
    ...(server ? [{ source: 'environment' as const, values: { server } }] : []),
  ];
  const resolve = (): ResolvedSettings => {
    const { [nameKey]: _name, [agreedKey]: _agreed, ...values } = file.values();
    return resolveSettings([...fixed, { source: 'user', values }]);
  };
  const aside: SettingsProblem[] =
    file.setAside === null
      ? []
      : [
          {
            source: 'user',
            name: file.setAside.path,
            problem: 'unreadable-file',
            because: file.setAside.because,
          },
        ];
  let current = resolve();
  return {
    get: () => current.values,
    resolved: () => ({
      ...current,
      problems: [...policies.problems, ...aside, ...current.problems],
    }),
    set(name, value) {
      const source = current.sources[name];
      const read = settings[name].kind.read(value);
      if (isManaged(source) || source === 'environment' || settings[name].decidedBy === 'policy')
        return err({ code: 'not-allowed', field: name });
      if (read === undefined) return err({ code: 'bad-request', field: name });
      file.set({ [name]: read });
      current = resolve();
      for (const listener of listeners) listener(name);
      return ok();
    },
    onChange: (listener) => void listeners.push(listener),
    displayName() {
      const kept = file.values()[nameKey];
      return typeof kept === 'string' ? kept.slice(0, 2000) : '';
    },
    rememberName: (name) => file.set({ [nameKey]: name }),
    agreedSignIns: () => file.values()[agreedKey],
    rememberAgreedSignIns: (agreed) => file.set({ [agreedKey]: agreed }),
  };
}
