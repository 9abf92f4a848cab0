/** Bars, one colour per label in turn, told apart by people who see few colours too. */
const COLOURS = ['0, 114, 178', '230, 159, 0', '0, 158, 115', '204, 121, 167', '86, 180, 233', '213, 94, 0'];

/** A series of bars as Chart.js draws it. */
export function bars(label: string, data: readonly number[], firstColour: number | null = null) {
  const colours = data.map((_, index) => COLOURS[(firstColour ?? index) % COLOURS.length]);
  return {
    label,
    data: [...data],
    backgroundColor: colours.map((colour) => `rgba(${colour}, 0.6)`),
    borderColor: colours.map((colour) => `rgba(${colour}, 1)`),
    borderWidth: 1,
  };
}
