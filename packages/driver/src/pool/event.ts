/** Why one was closed: for being idle too long, too old, used up, broken, dead when asked, too many, at the end. */
export type DestroyReason =
  | 'idle'
  | 'lifetime'
  | 'uses'
  | 'unusable'
  | 'dead'
  | 'surplus'
  | 'drained'
  | 'deadline of drain'
  // Or what its holder says.
  | (string & {})

/** What a pool tells whoever listens. Times are milliseconds. */
export type PoolEvent =
  | { readonly type: 'acquired'; readonly waited: number; readonly callSite: string | undefined }
  | { readonly type: 'released'; readonly held: number; readonly callSite: string | undefined }
  | { readonly type: 'created'; readonly took: number }
  | { readonly type: 'create failed'; readonly took: number; readonly error: unknown; readonly nextIn: number }
  | { readonly type: 'destroyed'; readonly why: DestroyReason }
  | { readonly type: 'timed out'; readonly waited: number; readonly error: unknown }

/** Whom the parts of a pool tell. An event is made only when somebody listens. */
export interface PoolListener {
  onEvent: ((event: PoolEvent) => void) | undefined
}
