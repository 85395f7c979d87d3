import type { IntoReport } from '../transfer/load/into.ts'
import { tell, warn } from './tell.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { movedText, verifiedText } from './transfer-report.ts'

/** Tells what a load or a copy that began then has done; ends with 1 where the graphs were compared and differ. */
export const tellLoaded = (terminal: Terminal, json: boolean, report: IntoReport, began: number): ExitCode => {
  const moved = { ...report, milliseconds: Math.round(performance.now() - began) }
  warn(
    terminal,
    json,
    report.lacking.map((each) => `not made: ${each}`),
  )
  tell(terminal, json, moved, `${movedText(moved)}\n${verifiedText(report.differences)}`)
  return (report.differences ?? []).length === 0 ? 0 : 1
}
