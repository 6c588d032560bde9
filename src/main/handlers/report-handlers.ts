import type { Clipboard } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import type { HandlersOf } from '../../shared/calls/call-table.ts';
import type { reportCallTable } from '../../shared/calls/report.ts';
import type { PageFindings } from '../../shared/report.ts';
import { err, ok } from '../../shared/result.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Log } from '../log/log.ts';
import { mailtoAddress } from '../outside/mail.ts';
import type { OpenOutside } from '../outside/open-outside.ts';
import { mailAddress } from '../report/mail-address.ts';

type Deps = {
  /** Makes the text of a new report. */
  readonly make: (page: PageFindings) => Promise<string>;
  readonly words: () => Words;
  /** The address of the help desk; undefined if none is configured. */
  readonly email: () => string | undefined;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly open: OpenOutside;
  /** Asks the user for a path, proposing this name; null if they cancel. */
  readonly askWhere: (name: string) => Promise<string | null>;
  /** Rejects if the file cannot be written. */
  readonly write: (path: string, text: string) => Promise<void>;
  readonly log: Log;
  readonly today: () => Date;
};

/** The report for the help desk. Only the text that main made and the page showed leaves the app, never a text from the page. */
export function reportHandlers(deps: Deps): HandlersOf<typeof reportCallTable> {
  const { words, clipboard, open, log } = deps;
  let underWay: Promise<string> | null = null;
  let shown: { readonly text: string; readonly day: string } | null = null;
  const none = err<Failure>({ code: 'app-error' });

  async function makeAndKeep(page: PageFindings): Promise<string> {
    const text = await deps.make(page);
    shown = { text, day: deps.today().toISOString().slice(0, 10) };
    return text;
  }

  return {
    'report:make': async (page) => {
      underWay ??= makeAndKeep(page).finally(() => (underWay = null));
      return ok(await underWay);
    },
    'report:copy': async () => {
      if (shown === null) return none;
      await clipboard.writeText(shown.text);
      return ok();
    },
    'report:save': async () => {
      const kept = shown;
      if (kept === null) return none;
      try {
        const path = await deps.askWhere(`visio-agents-rapport-${kept.day}.txt`);
        if (path === null) return ok('cancelled');
        await deps.write(path, kept.text);
        return ok('saved');
      } catch (error) {
        log.error('the report could not be saved', error);
        return none;
      }
    },
    'report:mail': async () => {
      if (shown === null) return none;
      await clipboard.writeText(shown.text);
      const { mailSubject: subject, mailBody: body } = words().report;
      const opened = await open(mailtoAddress({ to: mailAddress(deps.email()), subject, body }));
      return opened ? ok() : none;
    },
  };
}
