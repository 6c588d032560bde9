import { boot } from './boot.ts';

// What lies in an archive was packaged. `app.isPackaged` goes by the executable's name: a copy called « electron » would not be.
void boot({ released: /\.asar[\\/]/.test(import.meta.dirname) });
