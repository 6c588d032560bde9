import { boot } from './boot.ts';

// The entry of the packaged app that tests and measurements drive (scripts/packaging); it is never released.
void boot({ released: false });
