/** The four values of the medium query; each call gives others, so that no builder can keep a result. */
export interface Arguments {
  readonly age: number
  readonly city: string
  readonly prefix: string
  readonly most: number
}

let turn = 0

export const nextArguments = (): Arguments => {
  turn = (turn + 1) & 1_023
  return { age: 18 + (turn & 63), city: `city${turn}`, prefix: `co${turn & 7}`, most: 10 + (turn & 31) }
}
