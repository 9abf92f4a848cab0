import { UploadEventsInput } from '../upload.ts';
import { endingOnRefusal } from './ending-on-refusal.ts';
import { procedure, router } from './procedure.ts';

/** What is told of an upload beside its answer. The upload itself is REST's alone: a file is no JSON. */
export const uploadRouter = router({
  events: procedure
    .input(UploadEventsInput)
    .subscription(({ ctx, input, signal }) =>
      endingOnRefusal(ctx.services.upload.events(input, { signal: signal ?? ctx.signal })),
    ),
});
