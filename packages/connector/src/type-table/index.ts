export { probeType, type TypeProbe } from './probe-type.ts';
export { countLosses, renderTypeTable } from './render-type-table.ts';
export type { TypeCase, TypesUnderTest } from './type-case.ts';
