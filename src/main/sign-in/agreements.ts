/** A service and the issuer of its agents, about which the user was asked. */
export type Agreement = { readonly server: string; readonly issuer: string; readonly clientId: string };

type Deps = {
  /** What was stored, unchecked. */
  readonly read: () => unknown;
  readonly write: (stored: readonly Agreement[]) => void;
  /** Asks the user, in a dialog of main's. */
  readonly ask: (about: Agreement, cancelled: AbortSignal) => Promise<boolean>;
};

export type Agreements = {
  has(about: Agreement): boolean;
  /** Asks once: a yes is remembered. */
  ask(about: Agreement, cancelled: AbortSignal): Promise<boolean>;
};

/** If somebody tries out more services, the oldest are asked about again. */
const most = 20;

/** Keeps at which issuers, for which services, the user agreed to sign in. */
export function keepAgreements({ read, write, ask }: Deps): Agreements {
  const stored = (): readonly Agreement[] => {
    const found = read();
    return Array.isArray(found) ? found.filter(isAgreement) : [];
  };
  const has = (about: Agreement): boolean => stored().some((each) => same(each, about));
  return {
    has,
    async ask(about, cancelled) {
      if (!has(about)) {
        if (!(await ask(about, cancelled)) || cancelled.aborted) return false;
        const { server, issuer, clientId } = about;
        write([...stored(), { server, issuer, clientId }].slice(-most));
      }
      return true;
    },
  };
}

const same = (a: Agreement, b: Agreement): boolean =>
  a.server === b.server && a.issuer === b.issuer && a.clientId === b.clientId;

const isAgreement = (value: unknown): value is Agreement =>
  typeof value === 'object' &&
  value !== null &&
  (['server', 'issuer', 'clientId'] as const).every(
    (name) => typeof (value as Record<string, unknown>)[name] === 'string',
  );
