export * from './connector.ts';
export * from './errors.ts';
export * from './rate-limiter.ts';
export * from './request.ts';
