import { contextBridge, ipcRenderer } from 'electron';
import { ipcChannels, type PreloadApi } from '../shared/ipc-channels.ts';

// A handful of lines that never change with a feature: main checks the sender, the name and the shape of every call.
const api: PreloadApi = {
  call: (name, input) => ipcRenderer.invoke(ipcChannels.call, name, input),
  on(listener) {
    const pass = (_event: unknown, name: string, payload: unknown): void => listener(name, payload);
    ipcRenderer.on(ipcChannels.event, pass);
    return () => void ipcRenderer.off(ipcChannels.event, pass);
  },
};
contextBridge.exposeInMainWorld('visio', api);
