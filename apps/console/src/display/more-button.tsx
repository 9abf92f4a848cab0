import { Button } from '@mantine/core';
import { useTranslate } from '../language/use-translate.ts';

/** Fetches the next page of a list, while there is one. */
export function MoreButton({ query }: { query: Pages }) {
  const { t } = useTranslate();
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mt="xs"
      ml={-8}
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t('display.more')}
    </Button>
  );
}

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}
