/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export declare function freeTcpPort(): Promise<number>;
/** A UDP port of 127.0.0.1 that nobody uses at this moment. */
export declare function freeUdpPort(): Promise<number>;
