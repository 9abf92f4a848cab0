/** Headers of a request from the machine itself. */
export const LOCAL = { host: '127.0.0.1:3000' };
