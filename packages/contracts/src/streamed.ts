/** Items of a list as JSON in UTF-8, with commas between them and nothing around. */
export type JsonItems = Uint8Array;

/** An answer whose lists come batch by batch, so that none is ever in memory whole. */
export type Streamed<Answer> = Answer extends readonly (infer Item)[]
  ? AsyncIterable<readonly Item[] | JsonItems>
  : Answer extends object
    ? { readonly [Key in keyof Answer]: Streamed<Answer[Key]> }
    : Answer;
