import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './app/build.ts';
import { reportAndExit } from './log.ts';
import { lookAlikeFile } from './look-alikes/look-alike-groups.ts';

// Makes the table of letters that look like others anew, after another version of Unicode's table was installed.

try {
  await writeFile(path.join(root, 'src/shared/names/look-alike-groups.ts'), lookAlikeFile());
} catch (error) {
  reportAndExit(error);
}
