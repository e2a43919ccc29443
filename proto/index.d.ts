/** The folder that holds the `.proto` files, for readers of the files themselves (proto-loader, reflection). */
export declare const protoRoot: string;
