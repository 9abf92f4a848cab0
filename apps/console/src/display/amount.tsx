import { useFormat } from '../language/use-format.ts';

/** An amount to the euro, its cents shown to whoever points at it. */
export function Amount({ value }: { value: number }) {
  const format = useFormat();
  return <span title={format.euros(value)}>{format.roundEuros(value)}</span>;
}
