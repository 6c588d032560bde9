/** Says one line to whoever started the command; programs get a `Log` instead of a console. */
export type Log = (line: string) => void;
/** Progress goes to stderr: stdout belongs to what other programs read. */
export declare const logToStderr: Log;
/** A failure that the person at the keyboard can mend: its message is a whole sentence, no stack is shown. */
export declare class Unprepared extends Error {
    readonly name = "Unprepared";
}
/** The last word of a command that cannot go on. */
export declare function reportAndExit(error: unknown): never;
