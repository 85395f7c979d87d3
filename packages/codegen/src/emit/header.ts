/** The first lines of every generated file. */
export const header = (source: string): string =>
  `// Written by \`motif generate\` from ${source}.\n// Do not edit: change the graph or motif.config.ts and run it again.\n`
