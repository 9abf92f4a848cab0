import { useEffect, useState } from 'react';

/** For what lies over a page only while it is rendered: gives the focus back, at its end, to what had it before. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
