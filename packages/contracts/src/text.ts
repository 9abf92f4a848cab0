import * as z from 'zod';

const CONTROL = /\p{Cc}/u;

/** Text of one line, outer blanks removed, that any database and any vendor can take. */
export function lineOfText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((text) => text.isWellFormed() && !CONTROL.test(text), {
      error: 'contient un caractère invisible. Retirez-le, ou ressaisissez la valeur.',
    });
}
