import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './offline.module.css';

/** Says that the network is gone, and what that means. */
export function Offline() {
  const { t } = useTranslate();
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status">
      {!isOnline && (
        <p className={classes.offline}>
          <Icon name="warning" size={16} />
          {t('frame.offline')}
        </p>
      )}
    </div>
  );
}
