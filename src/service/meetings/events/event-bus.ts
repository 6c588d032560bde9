/** Carries events from one instance to all others. A service that runs alone has nobody to send them to. */
export type Bus = {
  publish(message: string): Promise<void>;
  /** `onGap`: the connection was lost and is back; what was said in between was not heard. */
  subscribe(onMessage: (message: string) => void, onGap: () => void): Promise<void>;
};

export const noBus: Bus = { publish: async () => undefined, subscribe: async () => undefined };
