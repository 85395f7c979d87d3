import type { CompiledQuery, Dialect, Executor, SchemaDescriptor, Signal } from '@motif/core'
import type { ts } from 'ts-morph'
import type { Progress } from '../introspect/introspect.ts'
import { askGraph } from './ask-graph.ts'
import { blame } from './blame.ts'
import { type Cache, cacheText } from './cache.ts'
import type { StatementsReport } from './check-statements.ts'
import { typesText, type WrittenStatement } from './emit-types.ts'
import { type Blamed, offsetOf, type Problem, type StatementFault } from './fault.ts'
import { findIn, type Site } from './find.ts'
import { GrammarCheck } from './grammar.ts'
import { placeInFile } from './literal.ts'
import { refusedIn } from './refused-in.ts'
import type { StatementSettings } from './settings.ts'
import { loadSources, type Sources } from './sources.ts'
import { TypePrinter } from './type-text.ts'
import { TypeReader, type Verdict } from './typed.ts'
import { writtenOf } from './written-of.ts'

export interface StatementsGiven {
  readonly settings: StatementSettings
  readonly executor: Executor | undefined
  readonly dialects: readonly Dialect[]
  readonly descriptor: SchemaDescriptor | undefined
  readonly fingerprint: string
  /** What the graph said earlier, with the same schema. */
  readonly asked: Cache['asked']
  readonly signal: Signal | undefined
  readonly onProgress: ((progress: Progress) => void) | undefined
}

/** A text of Motif's, with what the types say of it. */
interface Judged {
  readonly site: Site
  readonly verdict: Verdict
}

type Answers = Record<string, readonly Problem[]>

/** One search through a program, from its sources to the report. */
export class StatementsRun {
  readonly #given: StatementsGiven
  readonly #sources: Sources
  readonly #judged: readonly Judged[]
  readonly #blamed: Blamed[] = []
  /** By dialect and text sent. */
  readonly #answers: Record<string, Answers> = {}
  /** Texts of which the whole is not known, and those that no graph was asked about. */
  readonly #partial = new Set<Site>()
  readonly #unasked = new Set<Site>()

  constructor(given: StatementsGiven) {
    const { directory, include, tsconfig, output } = given.settings
    this.#given = given
    this.#sources = loadSources({ directory, include, tsconfig, written: output })
    const reader = new TypeReader(this.#sources.program)
    this.#judged = this.#sources.files
      .flatMap(findIn)
      .map((site) => ({ site, verdict: reader.read(site) }))
      .filter(({ verdict }) => verdict.kind !== 'other')
  }

  async report(): Promise<StatementsReport> {
    for (const dialect of this.#given.dialects) await this.#checkIn(dialect)
    const { executor, dialects, settings, fingerprint } = this.#given
    const written = this.#written()
    const faults = this.#faults()
    const chains = this.#judged.filter(({ site }) => site.found.kind === 'chain').length
    return {
      ok: this.#unasked.size === 0 && faults.every(({ severity }) => severity !== 'error'),
      mode: executor === undefined ? 'offline' : 'live',
      dialects: dialects.map(({ name }) => name),
      searched: this.#sources.files.length,
      statements: this.#judged.length - chains,
      chains,
      faults,
      unasked: this.#unasked.size,
      partial: this.#partial.size,
      written: written.length,
      files: [
        { path: settings.output, text: typesText(settings.output, fingerprint, written) },
        { path: settings.cache, text: cacheText({ schema: fingerprint, asked: this.#answers }) },
      ],
      warnings: this.#warnings(),
    }
  }

  /** Grammar, then types, then the graph: who is not understood is not passed on. */
  async #checkIn(dialect: Dialect): Promise<void> {
    const grammar = new GrammarCheck(dialect, this.#given.descriptor)
    const checker = this.#sources.program.getTypeChecker()
    const answers: Answers = {}
    this.#answers[dialect.name] = answers
    for (const [done, { site, verdict }] of this.#judged.entries()) {
      this.#given.onProgress?.({ what: 'statements', done, total: this.#judged.length })
      const { query, faults } = grammar.check(site.found)
      const wrong = faults.length > 0 || verdict.kind !== 'refused' ? faults : refusedIn(checker, site)
      this.#blamed.push(...wrong)
      if (wrong.length > 0) continue
      if (query === undefined) this.#partial.add(site)
      else await this.#ask({ site, verdict }, query, answers)
    }
  }

  async #ask({ site, verdict }: Judged, query: CompiledQuery, answers: Answers): Promise<void> {
    const { executor, asked, signal } = this.#given
    const { text } = query
    const namesKnown = verdict.kind !== 'unknown' && site.found.kind !== 'stated'
    const answer =
      answers[text] ??
      (executor === undefined ? asked[query.dialect]?.[text] : await askGraph(executor, query, { namesKnown, signal }))
    if (answer === undefined) this.#unasked.add(site)
    else answers[text] = answer
    const own = (query.warnings ?? []).map(
      ({ description }): Problem => ({ problem: description, severity: 'warning' }),
    )
    this.#blamed.push(...own.flatMap((problem) => blame(site.found, text, problem, 'grammar')))
    this.#blamed.push(...(answer ?? []).flatMap((problem) => blame(site.found, text, problem, 'graph')))
  }

  /** The types of every statement that is right, each text once. */
  #written(): readonly WrittenStatement[] {
    const { program, outside } = this.#sources
    const printer = new TypePrinter(program, outside)
    const byText = new Map<string, WrittenStatement>()
    for (const { site, verdict } of this.#judged) {
      const written = writtenOf(site, verdict, printer)
      if (written === undefined) continue
      byText.set(`${written.schema.file}#${written.schema.name}#${written.text}`, written)
    }
    return [...byText.values()]
  }

  #faults(): readonly StatementFault[] {
    const files = new Map<string, ts.SourceFile>(this.#sources.files.map((file) => [file.fileName, file]))
    const seen = new Set<string>()
    return this.#blamed
      .flatMap(({ file, literal, from, problem }): StatementFault[] => {
        const offset = offsetOf(literal.text, problem)
        const place = files.get(file)?.getLineAndCharacterOfPosition(placeInFile(literal, offset))
        const key = `${file}:${literal.start}:${offset}:${problem.problem}`
        if (place === undefined || seen.has(key)) return []
        seen.add(key)
        const { problem: words, severity } = problem
        const at = { file, line: place.line + 1, column: place.character + 1 }
        return [{ ...at, problem: words, from, severity, text: literal.text, offset }]
      })
      .toSorted((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1))
  }

  #warnings(): readonly string[] {
    const { configured, unread } = this.#sources
    const unknown = this.#judged.filter(({ verdict }) => verdict.kind === 'unknown').length
    const why = configured ? 'is the project installed, and does tsconfig.json fit?' : 'there is no tsconfig.json'
    return [
      ...(unknown === 0 ? [] : [`the types of ${unknown} of ${this.#judged.length} texts cannot be told: ${why}`]),
      ...(unread ? [`${this.#given.settings.output} is no part of tsconfig.json, so its types are not read`] : []),
    ]
  }
}
