import { formatEuros } from '@passerelle/deals';

/** An amount under its name, and as people read it under `…_formatted`. */
export function formatted<Name extends string>(name: Name, amount: number) {
  return { [name]: amount, [`${name}_formatted`]: formatEuros(amount) } as Record<Name, number> &
    Record<`${Name}_formatted`, string>;
}
