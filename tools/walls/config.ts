import { type Wall, walls } from './walls.ts'

const rule = ({ files, bans }: Wall): string =>
  JSON.stringify({ files, rules: { 'no-restricted-imports': ['error', { patterns: bans }] } })

/** The walls as the linter reads them, one a line; `.oxlintrc.json` extends this. */
export const wallsConfig: string = `{ "overrides": [\n${walls.map(rule).join(',\n')}\n] }\n`
