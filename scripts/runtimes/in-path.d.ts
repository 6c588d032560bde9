/** The program of this name in the PATH, or in one of the directories that follow it; null if there is none. */
export declare function inPath(program: string, env: NodeJS.ProcessEnv, alsoIn?: readonly string[]): Promise<string | null>;
