// In a process that has loaded nothing yet: milliseconds until the package named on the command line is imported.
const name = process.argv[2] ?? ''
const start = performance.now()
await import(name)
const taken = performance.now() - start
process.stdout.write(String(taken))
