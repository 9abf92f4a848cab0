import { Slider } from '@mantine/core';
import { useId, useState } from 'react';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './what-if.module.css';

const MOST_PERCENT = 50;

/** What the weighted pipeline would be if the average deal were larger or smaller: computed here, nothing is saved. */
export function WhatIf({ averageDeal, pipeline }: { averageDeal: number; pipeline: number }) {
  const { t } = useTranslate();
  const format = useFormat();
  const [percent, setPercent] = useState(0);
  const id = useId();
  const factor = 1 + percent / 100;
  const signed = `${percent > 0 ? '+' : ''}${percent} %`;
  return (
    <div className={classes.card}>
      <p className={classes.title} id={id}>
        {t('dashboard.whatIf.title')} <strong>{signed}</strong>
      </p>
      <Slider
        min={-MOST_PERCENT}
        max={MOST_PERCENT}
        step={5}
        value={percent}
        onChange={setPercent}
        label={null}
        thumbLabel={t('dashboard.whatIf.title')}
        thumbValueText={signed}
        marks={[{ value: 0 }]}
      />
      <p className={classes.result} aria-live="polite">
        <span>{t('dashboard.whatIf.average', { amount: format.roundEuros(averageDeal * factor) })}</span>
        <span className={classes.pipeline}>{format.roundEuros(pipeline * factor)}</span>
        <span>
          {t('dashboard.whatIf.pipeline', {
            difference: `${percent > 0 ? '+' : ''}${format.roundEuros(pipeline * (factor - 1))}`,
          })}
        </span>
      </p>
    </div>
  );
}
