export * from './connector.ts';
export * from './errors.ts';
export * from './find-column.ts';
export * from './is-unreadable.ts';
export * from './parse-answer.ts';
export * from './rate-limiter.ts';
export * from './request.ts';
export * from './retry-after.ts';
