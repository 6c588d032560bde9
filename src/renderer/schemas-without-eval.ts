import { config } from 'zod';

// zod 4 tries `new Function` when the first object schema is made, and our content security policy reports that as an
// attack. It has to be told before, and schemas are made when their module loads: so this module is imported first.
config({ jitless: true });
