import type { Run } from '@passerelle/contracts';
import { Link } from '@tanstack/react-router';
import record from '../display/record.module.css';
import { useTranslate } from '../language/use-translate.ts';
import classes from './history.module.css';

/** The run that took this one back, and the one that this one goes back to. */
export function RelatedRuns({ run: { direction, origin_run_id, undone_by } }: { run: Run }) {
  const { t } = useTranslate();
  const related = [
    { id: undone_by, word: 'history.undoneBy' },
    { id: origin_run_id, word: direction === 'undo' ? 'history.undoes' : 'history.retries' },
  ] as const;
  return related.map(
    ({ id, word }) =>
      id !== null && (
        <p key={word} className={classes.message}>
          <Link to="/historique/$runId" params={{ runId: String(id) }} className={record.link}>
            {t(word, { id })}
          </Link>
        </p>
      ),
  );
}
