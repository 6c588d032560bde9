import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** What one provider remembers, so that it survives a change of keys and is not shared with another of the process. */
export function createOidcMemory(): AdapterFactory {
  const entries = new Map<string, AdapterPayload>();
  return (model): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    const findBy = async (name: 'uid' | 'userCode', value: string) =>
      [...entries].find(([at, entry]) => at.startsWith(`${model}:`) && entry[name] === value)?.[1];
    return {
      upsert: async (id, payload) => void entries.set(key(id), payload),
      find: async (id) => entries.get(key(id)),
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const entry = entries.get(key(id));
        if (entry) entry.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void entries.delete(key(id)),
      async revokeByGrantId(grantId) {
        for (const [at, entry] of entries) if (entry.grantId === grantId) entries.delete(at);
      },
    };
  };
}
