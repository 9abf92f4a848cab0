import { Skeleton } from '@mantine/core';
import { useTranslate } from '../language/use-translate.ts';

/** Stands where something is being fetched, as tall as what will come, so that nothing jumps. */
export function Loading({ height = 240 }: { height?: number }) {
  const { t } = useTranslate();
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('frame.loading')}
      </span>
      <Skeleton height={height} />
    </div>
  );
}
