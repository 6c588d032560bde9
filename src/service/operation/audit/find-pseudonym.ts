import { keyList } from '../../config/key-list.ts';
import { pseudonyms } from './audit.ts';

// node src/service/operation/audit/find-pseudonym.ts SUBJECT, with VISIO_CODE_KEYS and VISIO_OIDC_ISSUER as the service has them:
// what the audit calls this account, a line for each key.
const [subject] = process.argv.slice(2);
const keys = keyList.safeParse(process.env['VISIO_CODE_KEYS']);
const issuer = process.env['VISIO_OIDC_ISSUER'];
if (subject && keys.success && issuer) {
  for (const key of keys.data)
    process.stdout.write(`${pseudonyms([key])(['agent', `${issuer}#${subject}`])}\n`);
} else {
  process.stderr.write(
    'Give the subject of the account, and VISIO_CODE_KEYS and VISIO_OIDC_ISSUER in the environment.\n',
  );
  process.exitCode = 78;
}
