import { expect, it } from 'vitest'
import { renameParameters } from '../../src/compile/rename-parameters.ts'

const text = "RETURN $a, '$a \\'$a', \"$a\", `$a`, $`a`, $ab, n.$a // $a\n, $b /* $a */"

it('renames there and nowhere else', () => {
  expect(renameParameters(text, new Map([['a', 'p1']]))).toBe(
    "RETURN $p1, '$a \\'$a', \"$a\", `$a`, $p1, $ab, n.$p1 // $a\n, $b /* $a */",
  )
})
