/** The part of TC39 Temporal that reading needs: the runtime's own, or the polyfill's. */
export interface TemporalLibrary {
  readonly PlainDate: new (year: number, month: number, day: number) => object
  readonly PlainTime: new (...parts: number[]) => object
  readonly PlainDateTime: new (...parts: number[]) => { toZonedDateTime(timeZone: string): object }
  readonly ZonedDateTime: new (epochNanoseconds: bigint, timeZone: string) => object
  readonly Duration: { new (...parts: number[]): object; from(text: string): object }
}

let library: TemporalLibrary | undefined = (globalThis as { Temporal?: TemporalLibrary }).Temporal
let loading: Promise<void> | undefined

/** Loads the polyfill where the runtime has no Temporal; `undefined` when there is nothing to wait for. */
export const temporalReady = (): Promise<void> | undefined => {
  if (library !== undefined) return undefined
  loading ??= import('temporal-polyfill').then(({ Temporal }) => {
    library = Temporal as unknown as TemporalLibrary // the polyfill types its calendars more narrowly
  })
  return loading
}

/** The library; an engine waits for `temporalReady` before anything is read. */
export const temporalLibrary = (): TemporalLibrary => library as TemporalLibrary
