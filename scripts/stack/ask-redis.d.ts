/** What a Redis answers to these commands on a connection of their own; empty if it cannot be asked within a second. */
export declare function askRedis(port: number, commands: readonly string[]): Promise<string>;
/** Whether the process `pid` is the Redis on this port, and has read all its data. */
export declare function isRedisReady(port: number, pid: number, login?: readonly string[]): Promise<boolean>;
