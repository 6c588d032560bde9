/** Why an attempt to sign in came to nothing. */
export type NamedTrouble =
  | 'sign-in-refused'
  | 'sign-in-unreachable'
  | 'sign-in-cancelled'
  | 'sign-in-timed-out'
  | 'browser-missing'
  /** The service asks for a token of another service, or the provider gave one. */
  | 'sign-in-for-another'
  /** The provider answered, and not as one does. */
  | 'sign-in-answer-wrong';
export type SignInTrouble = NamedTrouble | ClockWrong;

/** By how many ms the clock of this computer is ahead of the provider's; negative where it is behind. */
export type ClockWrong = { readonly clockAheadMs: number };

/** Why a sign-in will not outlive the app. */
export type NotKept = 'keychain-missing' | 'keychain-locked' | 'keychain-refused' | 'secret-too-large';

/** Who the agent is to the app; nothing secret. */
export type SignInState =
  /** The service has no sign-in, or has not been asked yet. */
  | { readonly name: 'none' }
  /** `keychain`: whether somebody is kept there could not be read. */
  | { readonly name: 'signed-out'; readonly trouble: SignInTrouble | null; readonly keychain: NotKept | null }
  | { readonly name: 'signing-in' }
  /** `displayName` is '' where the provider tells none; `notKept`: signed in until the app ends. */
  | { readonly name: 'signed-in'; readonly displayName: string; readonly notKept: NotKept | null }
  /** The provider no longer takes what it gave: sign in again; a running meeting goes on. */
  | { readonly name: 'expired' };
