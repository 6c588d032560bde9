const key = 'visio.join-with-camera';

/** Whether this person last joined with the camera on, or wanted to. */
export const joinsWithCamera = (storage: Pick<Storage, 'getItem'> = localStorage): boolean =>
  storage.getItem(key) === 'true';

export const rememberCamera = (on: boolean, storage: Pick<Storage, 'setItem'> = localStorage): void =>
  storage.setItem(key, String(on));
