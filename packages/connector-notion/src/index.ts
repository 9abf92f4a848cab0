export { notion } from './definition.ts';
