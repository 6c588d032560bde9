import { app } from 'electron';
import { boot } from './boot.ts';

void boot({ released: app.isPackaged });
