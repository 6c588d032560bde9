import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('bare', {
  mediaUrl: () => ipcRenderer.invoke('media-url'),
  open: () => ipcRenderer.invoke('open'),
});
