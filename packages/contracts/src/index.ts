export * from './providers.ts';
export * from './vocabulary.ts';
