import { createBridge } from './bridge.ts';
import { start } from './start.tsx';

if (!window.visio) throw new Error('the preload script did not run');
void start(createBridge(window.visio));
