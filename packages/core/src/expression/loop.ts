import type { Expression } from '../ast/expression.ts'
import { names, reference } from './names.ts'

type Variable = Extract<Expression, { kind: 'variable' }>

/** The names of the elements that callbacks are being asked about just now: inside one list stands another. */
const inUse = new Set<string>()

/** Whether a name stands for the element of a list around the callback that is being asked. */
export const isLoopVariable = (name: string): boolean => inUse.has(name)

/**
 * Asks a callback about the element of a list, by a name that nothing else has: not the element of a list around it, nor a
 * name that some callback has asked for, this one included.
 */
export const inLoop = <R>(stem: string, ask: (element: object, variable: string) => R): R => {
  for (let i = 0; ; i++) {
    const name = i === 0 ? stem : stem + i
    if (inUse.has(name) || Object.hasOwn(names, name)) continue
    inUse.add(name)
    try {
      const variable: Variable = { kind: 'variable', name }
      const answer = ask(reference(variable), name)
      if (!Object.hasOwn(names, name)) return answer
    } finally {
      inUse.delete(name)
    }
  }
}
