/**
 * Installs something without the servers in it being started: an nginx of the system's own would take port 80 of a
 * machine that only wanted to run our tests. A rule that the machine has already stays as it is.
 */
export declare function withoutServices<T>(install: () => Promise<T>, file?: string): Promise<T>;
