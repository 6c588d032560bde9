import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './app/build.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { policyFiles } from './policies/policy-files.ts';

// Makes the policy templates and the administrator's documentation anew from the table of settings.

try {
  for (const { path: file, content } of await policyFiles()) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
    log(file);
  }
} catch (error) {
  reportAndExit(error);
}
