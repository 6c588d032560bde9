import { app } from 'electron';
import { boot } from './boot.ts';

void boot({ debugging: app.isPackaged ? 'refused' : 'allowed' });
