export const loadKeychain = async (): Promise<unknown> => null;
