/** A service and where its agents sign in, as the user was asked about them. */
export type Agreement = { readonly server: string; readonly issuer: string; readonly clientId: string };

type Deps = {
  /** What was kept, as it was found. */
  readonly read: () => unknown;
  readonly write: (kept: readonly Agreement[]) => void;
  /** Asks the user, in main's own window. */
  readonly ask: (about: Agreement, cancelled: AbortSignal) => Promise<boolean>;
};

export type Agreements = {
  has(about: Agreement): boolean;
  /** Asked once: a yes is remembered. */
  ask(about: Agreement, cancelled: AbortSignal): Promise<boolean>;
};

/** Of a computer on which somebody tries out many services the first are asked about again. */
const most = 20;

/** With which issuers the user agreed to sign in for which services. */
export function keepAgreements({ read, write, ask }: Deps): Agreements {
  const kept = (): readonly Agreement[] => {
    const found = read();
    return Array.isArray(found) ? found.filter(isAgreement) : [];
  };
  const has = (about: Agreement): boolean => kept().some((each) => same(each, about));
  return {
    has,
    async ask(about, cancelled) {
      if (!has(about)) {
        if (!(await ask(about, cancelled)) || cancelled.aborted) return false;
        const { server, issuer, clientId } = about;
        write([...kept(), { server, issuer, clientId }].slice(-most));
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
